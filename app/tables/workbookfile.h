// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QIODevice>
#include <QString>
#include <QStringView>
#include <QTemporaryFile>

#include <memory>
#include <string>
#include <vector>

struct lxw_format;
struct lxw_workbook;
struct lxw_worksheet;

namespace layerscope {

class PlainNumbersScope;

/// A workbook (XLSX) that libxlsxwriter puts together in files of a folder, row after row, in constant
/// memory. What the library does not notice is noticed here: it drops what finds no room on the disk without
/// a word, so the workbook is looked through when it is done; and it writes numbers as the process's language
/// does, which no program could read. Blocking, on one thread from its making to its end.
class WorkbookFile
{
public:
    enum class Look { Plain, Heading, Whole, Moment };

    /// `folder`: where it is put together; it is left as it was found.
    explicit WorkbookFile(const QString &folder);
    ~WorkbookFile();
    WorkbookFile(const WorkbookFile &) = delete;
    WorkbookFile &operator=(const WorkbookFile &) = delete;

    /// Returns its number, in the order of the workbook. `name` as sheetNameOf() makes it, unique.
    int addSheet(const QString &name);
    // Cells of a sheet, row after row, from 0; within a row in any order. Sheets may take turns.
    /// Always a text, whatever it looks like; returns whether it had to be cut.
    bool putText(int sheet, qint64 row, int column, QStringView text, Look look = Look::Plain);
    void putNumber(int sheet, qint64 row, int column, double number, Look look = Look::Plain);
    void putFlag(int sheet, qint64 row, int column, bool on);
    /// No cell comes any more. `widths`: in characters, a column each.
    void endSheet(int sheet, const std::vector<double> &widths);
    /// The same of a table of so many rows, its header counted: that stays in sight and has filters.
    void endTable(int sheet, const std::vector<double> &widths, qint64 rows);

    [[nodiscard]] bool hasFailed() const;
    /// Puts all of it together, when every sheet has ended. The error is Storage with a sentence of its own.
    Result<Done> close();
    /// Only of a closed one. Returns how many bytes it has; the error is the device's.
    Result<qint64> copyTo(QIODevice &device);

private:
    struct Sheet
    {
        lxw_worksheet *sheet = nullptr;
        qint64 bytes = -1; ///< Of its rows, once it has ended.
    };

    [[nodiscard]] lxw_format *formatOf(Look look) const;
    void check(int error) { m_hasFailed = m_hasFailed || error != 0; }
    [[nodiscard]] bool isWhole();
    [[nodiscard]] Unexpected<ApiError> storageError(bool isFull) const;

    std::unique_ptr<PlainNumbersScope> m_numbers;
    QString m_folder;
    QTemporaryFile m_file;
    QByteArray m_encodedName;
    QByteArray m_encodedFolder;
    lxw_workbook *m_workbook = nullptr;
    lxw_format *m_heading = nullptr;
    lxw_format *m_whole = nullptr;
    lxw_format *m_moment = nullptr;
    std::vector<Sheet> m_sheets;
    std::string m_text; ///< Of a cell, kept for its memory.
    bool m_hasFailed = false;
    bool m_isFull = false;
};

} // namespace layerscope

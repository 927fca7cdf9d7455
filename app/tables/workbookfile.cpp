// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/workbookfile.h"

#include "tables/sheettext.h"
#include "tables/ziparchive.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QStorageInfo>
#include <QXmlStreamReader>

#include <algorithm>
#include <cerrno>
#include <clocale>
#include <cstdio>
#include <utility>

#include <xlsxwriter.h>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

/// The texts of this file; a struct, so that lupdate knows their context.
struct WorkbookText
{
    Q_DECLARE_TR_FUNCTIONS(Workbook)
};

constexpr qint64 copiedAtOnce = 1 << 16;
/// Before the rows of a sheet there are its columns, behind them its filter: both are far shorter.
constexpr qsizetype besideTheRows = 1 << 16;
/// A disk with less than this has no room worth speaking of.
constexpr qint64 hardlyAnyRoom = 1 << 20;

/// What stands between the rows' own bytes and everything else in a sheet's file.
class RowsOfSheet
{
public:
    void add(std::string_view piece)
    {
        m_size += piece.size();
        if (m_head.size() < besideTheRows)
            m_head.append(piece.data(), static_cast<qsizetype>(piece.size()));
        m_tail.append(piece.data(), static_cast<qsizetype>(piece.size()));
        if (m_tail.size() > 4 * besideTheRows)
            m_tail.remove(0, m_tail.size() - besideTheRows);
    }

    /// So many bytes of rows are in it, and it goes on to its end.
    [[nodiscard]] bool has(qint64 bytes) const
    {
        static const QByteArray begin = "<sheetData>";
        const qsizetype beginsAt = m_head.indexOf(begin);
        const qsizetype endsAt = m_tail.lastIndexOf("</sheetData>");
        const qint64 tailAt = static_cast<qint64>(m_size) - m_tail.size();
        return beginsAt >= 0 && endsAt >= 0 && m_tail.endsWith("</worksheet>") &&
               tailAt + endsAt - (beginsAt + begin.size()) == bytes;
    }

private:
    QByteArray m_head;
    QByteArray m_tail;
    std::size_t m_size = 0;
};

bool isWellFormed(const QByteArray &bytes)
{
    QXmlStreamReader xml(bytes);
    while (!xml.atEnd())
        xml.readNext();
    return !xml.hasError();
}

} // namespace

/// As long as it lives, this thread writes numbers with a point, whatever the language of the process.
class PlainNumbersScope
{
public:
    PlainNumbersScope(const PlainNumbersScope &) = delete;
    PlainNumbersScope &operator=(const PlainNumbersScope &) = delete;
#ifdef Q_OS_UNIX
    PlainNumbersScope()
        : m_plain(newlocale(LC_ALL_MASK, "C", nullptr))
        , m_before(m_plain != nullptr ? uselocale(m_plain) : nullptr)
    {}
    ~PlainNumbersScope()
    {
        if (m_plain == nullptr)
            return;
        uselocale(m_before);
        freelocale(m_plain);
    }

private:
    locale_t m_plain;
    locale_t m_before;
#else
    PlainNumbersScope() = default;
#endif
};

WorkbookFile::WorkbookFile(const QString &folder)
    : m_numbers(std::make_unique<PlainNumbersScope>())
    , m_folder(folder)
    , m_file(QDir(folder).filePath(u".layerscope-XXXXXX.xlsx"_s))
{
    if (!m_file.open()) {
        m_hasFailed = true;
        m_isFull = m_file.error() == QFileDevice::ResourceError;
        return;
    }
    m_file.close(); // the library writes it by its name
    m_encodedName = QFile::encodeName(m_file.fileName());
    m_encodedFolder = QFile::encodeName(m_folder);
    lxw_workbook_options options{};
    options.constant_memory = 1;
    options.tmpdir = m_encodedFolder.data();
    options.use_zip64 = 1;
    m_workbook = workbook_new_opt(m_encodedName.constData(), &options);
    if (m_workbook == nullptr) {
        m_hasFailed = true;
        return;
    }
    m_heading = workbook_add_format(m_workbook);
    m_whole = workbook_add_format(m_workbook);
    m_moment = workbook_add_format(m_workbook);
    m_hasFailed = m_heading == nullptr || m_whole == nullptr || m_moment == nullptr;
    if (m_hasFailed)
        return;
    format_set_bold(m_heading);
    format_set_num_format(m_whole, "0"); // else long ones are shown as powers of ten
    format_set_num_format(m_moment, "yyyy-mm-dd hh:mm:ss\" UTC\""); // a date has no zone of its own
}

WorkbookFile::~WorkbookFile()
{
    if (m_workbook == nullptr)
        return;
    // Which the library closes only as it puts a sheet together: it would keep a file open for each, and its
    // room on the disk, whenever somebody cancels.
    for (const Sheet &sheet : m_sheets) {
        if (sheet.sheet != nullptr && sheet.sheet->optimize_tmpfile != nullptr)
            std::fclose(std::exchange(sheet.sheet->optimize_tmpfile, nullptr));
    }
    lxw_workbook_free(m_workbook);
}

int WorkbookFile::addSheet(const QString &name)
{
    Sheet added;
    if (!m_hasFailed)
        added.sheet = workbook_add_worksheet(m_workbook, name.toUtf8().constData());
    m_hasFailed = m_hasFailed || added.sheet == nullptr; // it names why on standard error
    m_sheets.push_back(added);
    return static_cast<int>(m_sheets.size()) - 1;
}

lxw_format *WorkbookFile::formatOf(Look look) const
{
    switch (look) {
    case Look::Plain:
        break;
    case Look::Heading:
        return m_heading;
    case Look::Whole:
        return m_whole;
    case Look::Moment:
        return m_moment;
    }
    return nullptr;
}

bool WorkbookFile::putText(int sheet, qint64 row, int column, QStringView text, Look look)
{
    if (m_hasFailed || text.isEmpty())
        return false;
    const bool isCut = putSheetText(m_text, text);
    check(worksheet_write_string(m_sheets[static_cast<std::size_t>(sheet)].sheet, static_cast<lxw_row_t>(row),
                                 static_cast<lxw_col_t>(column), m_text.c_str(), formatOf(look)));
    return isCut;
}

void WorkbookFile::putNumber(int sheet, qint64 row, int column, double number, Look look)
{
    if (m_hasFailed)
        return;
    check(worksheet_write_number(m_sheets[static_cast<std::size_t>(sheet)].sheet, static_cast<lxw_row_t>(row),
                                 static_cast<lxw_col_t>(column), number, formatOf(look)));
}

void WorkbookFile::putFlag(int sheet, qint64 row, int column, bool on)
{
    if (m_hasFailed)
        return;
    check(worksheet_write_boolean(m_sheets[static_cast<std::size_t>(sheet)].sheet,
                                  static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(column), on ? 1 : 0,
                                  nullptr));
}

void WorkbookFile::endSheet(int sheet, const std::vector<double> &widths)
{
    if (m_hasFailed)
        return;
    Sheet &ended = m_sheets[static_cast<std::size_t>(sheet)];
    for (std::size_t i = 0; i < widths.size(); ++i) {
        const auto column = static_cast<lxw_col_t>(i);
        check(worksheet_set_column(ended.sheet, column, column, widths[i], nullptr));
    }
    // Numbers that are texts are so on purpose.
    check(worksheet_ignore_errors(ended.sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, "A1:XFD1048576"));
    lxw_worksheet_write_single_row(ended.sheet); // the last one, which still waits in memory
    errno = 0;
    const bool isOnDisk =
        std::fflush(ended.sheet->optimize_tmpfile) == 0 && std::ferror(ended.sheet->optimize_tmpfile) == 0;
    m_isFull = m_isFull || errno == ENOSPC;
    m_hasFailed = m_hasFailed || !isOnDisk;
    ended.bytes = ftello(ended.sheet->optimize_tmpfile);
}

void WorkbookFile::endTable(int sheet, const std::vector<double> &widths, qint64 rows)
{
    if (!m_hasFailed && !widths.empty() && rows > 0) {
        lxw_worksheet *ended = m_sheets[static_cast<std::size_t>(sheet)].sheet;
        worksheet_freeze_panes(ended, 1, 0);
        check(worksheet_autofilter(ended, 0, 0, static_cast<lxw_row_t>(rows - 1),
                                   static_cast<lxw_col_t>(widths.size() - 1)));
    }
    endSheet(sheet, widths);
}

bool WorkbookFile::hasFailed() const
{
    return m_hasFailed || std::any_of(m_sheets.cbegin(), m_sheets.cend(), [](const Sheet &sheet) {
               return sheet.bytes < 0 && std::ferror(sheet.sheet->optimize_tmpfile) != 0;
           });
}

Result<Done> WorkbookFile::close()
{
    if (hasFailed())
        return storageError(m_isFull);
    errno = 0;
    const lxw_error error = workbook_close(std::exchange(m_workbook, nullptr)); // frees it in any case
    m_hasFailed = error != LXW_NO_ERROR;
    if (m_hasFailed)
        return storageError(errno == ENOSPC);
    m_hasFailed = !isWhole();
    if (m_hasFailed)
        return storageError(false);
    return Done();
}

/// Each row arrived in the file, and the file can be read.
bool WorkbookFile::isWhole()
{
    QFile file(m_file.fileName());
    if (!file.open(QIODevice::ReadOnly))
        return false;
    ZipArchive archive(file);
    std::size_t sheets = 0;
    for (const ZipArchive::Entry &entry : archive.entries()) {
        if (!entry.name.startsWith("xl/worksheets/sheet")) {
            const std::optional<QByteArray> bytes = archive.contents(entry.name);
            if (!bytes || !isWellFormed(*bytes))
                return false;
            continue;
        }
        const int number = entry.name.mid(qstrlen("xl/worksheets/sheet")).chopped(4).toInt(); // ".xml"
        RowsOfSheet rows;
        const bool isRead = archive.read(entry, [&rows](std::string_view piece) { rows.add(piece); });
        if (!isRead || number < 1 || number > static_cast<int>(m_sheets.size()) ||
            !rows.has(m_sheets[static_cast<std::size_t>(number - 1)].bytes))
            return false;
        ++sheets;
    }
    return sheets == m_sheets.size();
}

Result<qint64> WorkbookFile::copyTo(QIODevice &device)
{
    qint64 copied = 0;
    QFile file(m_file.fileName());
    if (!file.open(QIODevice::ReadOnly))
        return storageError(false);
    while (!file.atEnd()) {
        const QByteArray bytes = file.read(copiedAtOnce);
        if (bytes.isEmpty())
            return storageError(false);
        for (qsizetype at = 0; at < bytes.size();) {
            const qint64 written = device.write(bytes.constData() + at, bytes.size() - at);
            if (written <= 0)
                return Unexpected(ApiError::make(ApiError::Kind::Storage, device.errorString()));
            at += written;
            copied += written;
        }
    }
    return copied;
}

Unexpected<ApiError> WorkbookFile::storageError(bool isFull) const
{
    qint64 needed = hardlyAnyRoom;
    for (const Sheet &sheet : m_sheets)
        needed = std::max(needed, sheet.bytes);
    const QStorageInfo storage(m_folder);
    const QString name = QDir::toNativeSeparators(m_folder);
    if (isFull || (storage.isValid() && storage.bytesAvailable() < needed))
        return failure(ApiError::Kind::Storage,
                       WorkbookText::tr("There is no room left in \"%1\" to put the workbook together. Free "
                                        "some space, or choose another disk.")
                           .arg(name));
    return failure(ApiError::Kind::Storage,
                   WorkbookText::tr("The workbook could not be put together in \"%1\". Check the disk and "
                                    "the folder, then try again.")
                       .arg(name));
}

} // namespace layerscope

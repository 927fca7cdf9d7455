// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QList>
#include <QString>

class QTabWidget;
class QTreeWidget;

namespace layerscope {

struct TableSpec;

/// Which keys there are, which words a filter may have, and which columns of a table these may name: a list
/// each, which is gone through by keys and read line by line. Stays beside what one does meanwhile.
class HelpSheet : public QDialog
{
    Q_OBJECT

public:
    enum class Part { Keys, FilterWords, Columns };

    struct Line
    {
        QString what; ///< What to press or to type
        QString does;

        bool operator==(const Line &) const = default;
    };

    explicit HelpSheet(QWidget *parent = nullptr);

    void setKeys(const QList<Line> &keys);
    /// Whose columns are listed.
    void setTable(const TableSpec &table);
    /// Shows it, in front, with this list; one line of it is the current one.
    void showPart(Part part);
    [[nodiscard]] QTreeWidget &list(Part part) const;

    /// One of each kind, in words that every table of servers understands.
    [[nodiscard]] static QList<Line> filterWords();

    [[nodiscard]] QSize sizeHint() const override;

private:
    QTreeWidget *addList(const QString &objectName, const QString &title, const QStringList &headers);

    QTabWidget *m_parts;
};

} // namespace layerscope

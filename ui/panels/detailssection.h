// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "details/factlist.h"
#include "details/serversections.h"

#include <QWidget>

#include <vector>

class QLabel;
class QVBoxLayout;

namespace layerscope {

class FactView;
class MutedLabel;
class PartNotice;

/// One section: its title, at the right whether it is loading, how old it is or that it is not permitted, its
/// lines, and under them why some are missing. GUI thread.
class DetailsSection final : public QWidget
{
    Q_OBJECT

public:
    struct Notice
    {
        QList<ServerPart> parts;
        QString trouble; ///< The same for all of them.
    };

    explicit DetailsSection(ServerSection section, QWidget *parent = nullptr);

    [[nodiscard]] ServerSection section() const { return m_section; }
    void show(const SectionFacts &facts, const QString &note, const QList<Notice> &notices);

    [[nodiscard]] QString note() const;
    [[nodiscard]] QList<Notice> notices() const;
    [[nodiscard]] FactView &facts() { return *m_facts; }
    /// Title and lines.
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void rowActivated(layerscope::RowKey key);
    void retryWanted(layerscope::ServerPart part);
    void requestCopyWanted(const QList<layerscope::ServerPart> &parts);
    /// Everything of all sections is to be copied.
    void copyAllWanted();

private:
    void showNotices(const QList<Notice> &notices);
    void openMenu(const QPoint &globalPosition, const std::optional<Fact> &fact);

    ServerSection m_section;
    QLabel *m_title;
    MutedLabel *m_note;
    FactView *m_facts;
    MutedLabel *m_unreadable;
    QVBoxLayout *m_column;
    std::vector<PartNotice *> m_notices; ///< Children; only the first few are in use.
};

} // namespace layerscope

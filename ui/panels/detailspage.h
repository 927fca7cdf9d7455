// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "details/partvalues.h"
#include "details/serversections.h"

#include <QDateTime>
#include <QHash>
#include <QScrollArea>

class QVBoxLayout;

namespace layerscope {

class DetailsSection;

/// The sections of one tab under each other, scrolling as one. A trouble of a part is told once, in the first
/// section that needs the part. GUI thread.
class DetailsPage final : public QScrollArea
{
    Q_OBJECT

public:
    explicit DetailsPage(DetailsTab tab, QWidget *parent = nullptr);

    [[nodiscard]] DetailsTab tab() const { return m_tab; }
    /// Shows what is known now. Costs some milliseconds at most; sections that stay the same cost nothing.
    void show(const PartValues &values, const QDateTime &nowUtc);
    /// A widget above the sections, taken over; nullptr: none any more.
    void setTop(QWidget *widget);
    void scrollToTop();

    [[nodiscard]] QList<DetailsSection *> sections() const { return m_sections; }
    /// Titles and lines of all sections.
    [[nodiscard]] QString text() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void rowActivated(layerscope::RowKey key);
    void retryWanted(layerscope::ServerPart part);
    void requestCopyWanted(const QList<layerscope::ServerPart> &parts);
    void copyAllWanted();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void useKind(RowKind kind);

    DetailsTab m_tab;
    QWidget *m_content;
    QVBoxLayout *m_column;
    QWidget *m_top = nullptr;
    QList<DetailsSection *> m_sections; ///< Of this kind.
    std::optional<RowKind> m_kind;
    QHash<RowKind, QList<DetailsSection *>> m_sectionsOfKind; ///< As far as they were made.
};

} // namespace layerscope

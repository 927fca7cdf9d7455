// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "details/partvalues.h"
#include "details/serversections.h"

#include <QDateTime>
#include <QHash>
#include <QScrollArea>

class QVBoxLayout;

namespace layerscope {

class Clock;
class DetailsSection;
class SlicedWork;

/// The sections of one tab under each other, scrolling as one. A trouble of a part is told once, in the first
/// section that needs the part. GUI thread.
class DetailsPage final : public QScrollArea
{
    Q_OBJECT

public:
    /// The clock outlives it.
    explicit DetailsPage(DetailsTab tab, Clock &clock, QWidget *parent = nullptr);

    [[nodiscard]] DetailsTab tab() const { return m_tab; }
    /// Shows what is known now; sections that stay the same cost nothing. What takes longer than a share of
    /// this turn goes on in the next ones: what is on screen stays until all of it stands.
    void show(const PartValues &values, const QDateTime &nowUtc);
    /// Another server is the one that is shown next. If the former one was not shown to its end, nothing is
    /// until this one is: a key held down in the table goes on faster.
    void beginAnother();
    /// A widget above the sections, taken over; nullptr: none any more.
    void setTop(QWidget *widget);
    void scrollToTop();

    /// With all that was shown.
    [[nodiscard]] QList<DetailsSection *> sections() const;
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
    SlicedWork *m_work;
    QVBoxLayout *m_column;
    QWidget *m_top = nullptr;
    QList<DetailsSection *> m_sections; ///< Of this kind.
    std::optional<RowKind> m_kind;
    QHash<RowKind, QList<DetailsSection *>> m_sectionsOfKind; ///< As far as they were made.
};

} // namespace layerscope

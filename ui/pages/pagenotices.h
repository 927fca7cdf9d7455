// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pages/pagemessage.h"

#include <QObject>

class QAbstractScrollArea;
class QWidget;

namespace layerscope {

class Banner;
class EmptyState;

/// Shows a table's messages: a banner above the rows, a sentence in their place. GUI thread; child of the
/// page.
class PageNotices : public QObject
{
    Q_OBJECT

public:
    /// The sentence stands in `view`; where the banner stands, the page says.
    PageNotices(QAbstractScrollArea *view, QWidget *page);

    [[nodiscard]] QWidget *banner() const;

    /// A message above the rows that is not about the load (an export that failed); stays until hidden or
    /// replaced.
    void showBanner(const PageMessage &message);
    /// What the load has to say above the rows; nothing if it said so before, as the person may have hidden
    /// that.
    void showLoadBanner(const PageFacts &facts);
    /// What is to be said in place of rows, if there are none.
    void showEmptyState(const PageFacts &facts);

Q_SIGNALS:
    /// A message's button was pressed.
    void actionWanted(layerscope::PageAction action);

private:
    Banner *m_banner;
    EmptyState *m_empty;
    PageAction m_emptyAction = PageAction::None;
    PageAction m_bannerAction = PageAction::None;
    PageMessage m_loadBanner; ///< What the load last said
};

} // namespace layerscope

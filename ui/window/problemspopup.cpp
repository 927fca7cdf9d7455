// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/problemspopup.h"

#include "widgets/plainlabel.h"

#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

constexpr int widestCharacters = 64;

} // namespace

ProblemsPopup::ProblemsPopup(QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_reasons(plainLabel(u"problemReasons"_s, this))
    , m_retry(new QPushButton(tr("Try these again"), this))
{
    setObjectName(u"problemsPopup"_s);
    setAccessibleName(tr("Problems"));
    setFrameShape(QFrame::StyledPanel);
    m_reasons->setWordWrap(true);
    m_reasons->setMinimumWidth(fontMetrics().averageCharWidth() * widestCharacters);
    m_reasons->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_retry->setObjectName(u"retryProblems"_s);

    auto *column = new QVBoxLayout(this);
    const int margin = fontMetrics().height() * 2 / 3;
    column->setContentsMargins(margin, margin, margin, margin);
    column->setSpacing(margin);
    column->addWidget(m_reasons);
    column->addWidget(m_retry, 0, Qt::AlignLeft);

    connect(m_retry, &QPushButton::clicked, this, [this] {
        hide();
        Q_EMIT retryChosen();
    });
}

void ProblemsPopup::setReasons(const QStringList &reasons, bool canRetry)
{
    m_reasons->setText(reasons.join(u'\n'));
    m_retry->setVisible(canRetry);
}

void ProblemsPopup::popUpAbove(const QWidget &anchor)
{
    adjustSize();
    QRect place(QPoint(), sizeHint());
    place.moveBottomLeft(anchor.mapToGlobal(QPoint(0, 0)));
    const QRect screen = anchor.screen()->availableGeometry();
    place.moveLeft(qBound(screen.left(), place.left(), qMax(screen.left(), screen.right() - place.width())));
    place.moveTop(qMax(screen.top(), place.top()));
    setGeometry(place);
    show();
    m_retry->setFocus();
}

} // namespace layerscope

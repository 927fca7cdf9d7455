// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/filteredit.h"

#include "widgets/icons.h"
#include "widgets/mutedplaceholder.h"

#include <QAction>
#include <QKeyEvent>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

constexpr int filterCharacters = 48;
constexpr int minFilterCharacters = 16;

} // namespace

FilterEdit::FilterEdit(QWidget *parent)
    : QLineEdit(parent)
    , m_clear(new QAction(fieldIconOf(IconName::Clear), tr("Clear filter"), this))
{
    setObjectName(u"filterEdit"_s);
    setAccessibleName(tr("Filter"));
    //: Hint in the filter field. "dc:" and "ram>" are filter words and stay as they are.
    setPlaceholderText(tr("Filter by any word, or dc:dal10 ram>64"));
    new MutedPlaceholder(this);
    setToolTip(tr("<p>Rows that contain every word are shown.</p>"
                  "<p><b>dc:dal10,fra02</b> either datacenter<br><b>ram&gt;64</b> more than 64 GB<br>"
                  "<b>-tag:test</b> without this tag<br><b>\"two words\"</b> as one<br>"
                  "<b>os:?</b> not known, <b>os:-</b> none</p>"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);

    addAction(fieldIconOf(IconName::Search), QLineEdit::LeadingPosition);
    m_clear->setObjectName(u"clearFilterInside"_s);
    addAction(m_clear, QLineEdit::TrailingPosition);
    m_clear->setVisible(false); // only now: the field overlooks what was hidden before

    m_pause.setSingleShot(true);
    m_pause.setInterval(pause);
    connect(&m_pause, &QTimer::timeout, this, &FilterEdit::announce);
    connect(m_clear, &QAction::triggered, this, &FilterEdit::clearFilter);
    connect(this, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_clear->setVisible(!text.isEmpty());
        m_pause.start();
    });
}

void FilterEdit::showFilter(const QString &text)
{
    m_announced = text;
    setText(text);
    m_pause.stop();
}

void FilterEdit::clearFilter()
{
    clear();
    announce();
}

QSize FilterEdit::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * filterCharacters, QLineEdit::sizeHint().height()};
}

QSize FilterEdit::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * minFilterCharacters, QLineEdit::minimumSizeHint().height()};
}

bool FilterEdit::event(QEvent *event)
{
    // Under X11 a line takes Ctrl+E for "end of line"; after typing a filter it means the window's Export.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_E && key->modifiers().testFlag(Qt::ControlModifier)) {
            event->ignore();
            return false;
        }
    }
    // Esc is also the window's "Stop"; while there is something to clear it is ours.
    if (event->type() == QEvent::ShortcutOverride && !text().isEmpty() &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return QLineEdit::event(event);
}

void FilterEdit::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Escape:
        if (text().isEmpty())
            event->ignore();
        else
            clearFilter();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        announce();
        return;
    case Qt::Key_Down:
        announce();
        Q_EMIT leaveDown();
        return;
    default:
        QLineEdit::keyPressEvent(event);
    }
}

void FilterEdit::announce()
{
    m_pause.stop();
    if (text() == m_announced)
        return;
    m_announced = text();
    Q_EMIT filterChanged(m_announced);
}

} // namespace layerscope

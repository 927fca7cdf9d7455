// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/docktitle.h"

#include "widgets/mutedlabel.h"
#include "widgets/plaintooltip.h"
#include "widgets/tones.h"

#include <QAbstractButton>
#include <QDockWidget>
#include <QHBoxLayout>
#include <QPainter>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

enum class Glyph { Float, Close };

/// A few thin lines in the muted tone, which get the text's under the pointer; the style's own are pictures
/// for a light title.
class GlyphButton final : public QAbstractButton
{
public:
    GlyphButton(Glyph glyph, QWidget *parent)
        : QAbstractButton(parent)
        , m_glyph(glyph)
    {
        setFocusPolicy(Qt::TabFocus);
        setAttribute(Qt::WA_Hover);
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    }

    [[nodiscard]] QSize sizeHint() const override
    {
        const int side = fontMetrics().height() * 5 / 4;
        return {side, side};
    }

    void say(const QString &what)
    {
        setToolTip(plainToolTip(what));
        setAccessibleName(what);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Tones tones = Tones::on(palette().color(QPalette::Window), palette());
        const bool isPointedAt = underMouse() || hasFocus();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        if (isPointedAt) {
            painter.setPen(hasFocus() ? QPen(tones.accent) : QPen(Qt::NoPen));
            painter.setBrush(tones.softBar);
            painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
        }
        QPen pen(isPointedAt ? tones.text : tones.muted);
        pen.setWidthF(std::max(1.0, fontMetrics().height() / 16.0));
        painter.setPen(pen);
        painter.setBrush(Qt::NoBrush);
        const double side = height() / 3 + 0.5;
        const QRectF box((width() - side) / 2, (height() - side) / 2, side, side);
        if (m_glyph == Glyph::Close) {
            painter.drawLine(box.topLeft(), box.bottomRight());
            painter.drawLine(box.topRight(), box.bottomLeft());
        } else {
            const double step = side / 3; // a window over another
            painter.drawRect(box.adjusted(0, step, -step, 0));
            painter.drawPolyline(QPolygonF{
                box.topLeft() + QPointF(step, step), box.topLeft() + QPointF(step, 0), box.topRight(),
                box.bottomRight() - QPointF(0, step), box.bottomRight() - QPointF(step, step)});
        }
    }

private:
    Glyph m_glyph;
};

} // namespace

DockTitle::DockTitle(QDockWidget &dock, double textMargin)
    : QWidget(&dock)
{
    auto *name = new MutedLabel(dock.windowTitle(), this);
    name->setObjectName(u"dockName"_s);
    auto *floating = new GlyphButton(Glyph::Float, this);
    floating->setObjectName(u"floatDock"_s);
    auto *close = new GlyphButton(Glyph::Close, this);
    close->setObjectName(u"closeDock"_s);
    close->say(tr("Close"));

    const int line = fontMetrics().height();
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(static_cast<int>(line * textMargin), 0, line / 4, 0);
    row->setSpacing(line / 8);
    row->addWidget(name, 1);
    row->addWidget(floating);
    row->addWidget(close);

    const auto sayWhere = [floating, &dock] {
        floating->say(dock.isFloating() ? tr("Put back") : tr("Open as a window"));
    };
    sayWhere();
    connect(&dock, &QDockWidget::topLevelChanged, this, sayWhere);
    connect(&dock, &QWidget::windowTitleChanged, name, &QLabel::setText);
    connect(floating, &QAbstractButton::clicked, &dock, [&dock] { dock.setFloating(!dock.isFloating()); });
    connect(close, &QAbstractButton::clicked, &dock, &QWidget::close);
}

int DockTitle::heightFor(const QFontMetrics &metrics)
{
    return metrics.height() * 5 / 2;
}

QSize DockTitle::sizeHint() const
{
    return {layout()->sizeHint().width(), heightFor(fontMetrics())};
}

QSize DockTitle::minimumSizeHint() const
{
    return {layout()->minimumSize().width(), heightFor(fontMetrics())};
}

} // namespace layerscope

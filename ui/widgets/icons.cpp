// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/icons.h"

#include <QGuiApplication>
#include <QIconEngine>
#include <QImageReader>
#include <QPainter>
#include <QPalette>

#include <optional>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

/// Draws a one-colour SVG in the palette's colour of the moment, so that a change from light to dark needs no
/// new icon.
class TintedSvgEngine final : public QIconEngine
{
public:
    explicit TintedSvgEngine(const QString &file)
        : m_file(file)
    {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const QSize pixels = rect.size() * painter->device()->devicePixelRatio();
        painter->drawPixmap(rect, pixmap(pixels, mode, state));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override
    {
        // Through Qt's plugin, which is loaded for the first icon, while the library would be with the
        // program.
        QImageReader reader(m_file, "svg");
        reader.setScaledSize(reader.size().scaled(size, Qt::KeepAspectRatio));
        const QImage shape = reader.read();
        QPixmap drawing(size);
        drawing.fill(Qt::transparent);
        QPainter painter(&drawing);
        painter.drawImage((size.width() - shape.width()) / 2, (size.height() - shape.height()) / 2, shape);
        painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
        painter.fillRect(drawing.rect(), colour(mode));
        return drawing;
    }

    QIconEngine *clone() const override { return new TintedSvgEngine(m_file); }

private:
    static QColor colour(QIcon::Mode mode)
    {
        const QPalette palette = QGuiApplication::palette();
        switch (mode) {
        case QIcon::Disabled:
            return palette.color(QPalette::Disabled, QPalette::ButtonText);
        case QIcon::Selected:
            return palette.color(QPalette::HighlightedText);
        case QIcon::Normal:
        case QIcon::Active:
            break;
        }
        return palette.color(QPalette::ButtonText);
    }

    QString m_file;
};

struct Names
{
    QString inTheme;
    QString own;
};

Names namesOf(IconName name)
{
    switch (name) {
    case IconName::Account:
        return {u"user-identity"_s, u"account"_s};
    case IconName::Refresh:
        return {u"view-refresh"_s, u"refresh"_s};
    case IconName::Stop:
        return {u"process-stop"_s, u"stop"_s};
    case IconName::Search:
        return {u"edit-find"_s, u"search"_s};
    case IconName::Clear:
        return {u"edit-clear"_s, u"clear"_s};
    case IconName::Columns:
        return {u"view-column"_s, u"columns"_s};
    case IconName::Group:
        return {u"view-group"_s, u"group"_s};
    case IconName::Export:
        return {u"document-export"_s, u"export"_s};
    case IconName::Copy:
        return {u"edit-copy"_s, u"copy"_s};
    case IconName::Warning:
        return {u"dialog-warning"_s, u"warning"_s};
    }
    return {};
}

/// Asks the desktop's theme when it is first drawn: to look through a theme takes as long as all else of a
/// start page, and most icons are in menus that nobody has opened yet.
class NamedIconEngine final : public QIconEngine
{
public:
    explicit NamedIconEngine(IconName name)
        : m_name(name)
    {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        icon().paint(painter, rect, Qt::AlignCenter, mode, state);
    }

    // Of device pixels. scaledPixmap() is not overridden: since Qt 6.8 its size means something else.
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return icon().pixmap(size, 1, mode, state);
    }

    QIconEngine *clone() const override { return new NamedIconEngine(m_name); }

private:
    const QIcon &icon()
    {
        if (!m_icon) {
            const Names names = namesOf(m_name);
            m_icon = QIcon::hasThemeIcon(names.inTheme)
                         ? QIcon::fromTheme(names.inTheme)
                         : QIcon(new TintedSvgEngine(u":/icons/"_s + names.own + u".svg"_s));
        }
        return *m_icon;
    }

    IconName m_name;
    std::optional<QIcon> m_icon;
};

} // namespace

QIcon iconOf(IconName name)
{
    return QIcon(new NamedIconEngine(name));
}

QIcon applicationIcon()
{
    return QIcon::fromTheme(u"layerscope"_s, QIcon(u":/icons/layerscope.svg"_s));
}

} // namespace layerscope

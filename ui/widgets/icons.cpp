// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/icons.h"

#include "widgets/tones.h"

#include <QGuiApplication>
#include <QIconEngine>
#include <QImage>
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
    /// `role`: the colour, unless it is disabled or selected.
    explicit TintedSvgEngine(const QString &file, QPalette::ColorRole role)
        : m_file(file)
        , m_role(role)
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

    QIconEngine *clone() const override { return new TintedSvgEngine(m_file, m_role); }

private:
    [[nodiscard]] QColor colour(QIcon::Mode mode) const
    {
        const QPalette palette = QGuiApplication::palette();
        switch (mode) {
        case QIcon::Disabled:
            return palette.color(QPalette::Disabled, m_role);
        case QIcon::Selected:
            return palette.color(QPalette::HighlightedText);
        case QIcon::Normal:
        case QIcon::Active:
            break;
        }
        return palette.color(m_role);
    }

    QString m_file;
    QPalette::ColorRole m_role;
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

QIcon ownIcon(const Names &names, QPalette::ColorRole role)
{
    return QIcon(new TintedSvgEngine(u":/icons/"_s + names.own + u".svg"_s, role));
}

/// Whether something of it stands out from this background. A theme's icons are of one colour, mostly, and a
/// palette may have become dark without another theme.
bool canBeSeen(const QIcon &icon, const QColor &background)
{
    constexpr double leastContrast = 3; // of graphics, by WCAG 2.1
    constexpr int leastAlpha = 128;
    constexpr int size = 16;
    const QImage image = icon.pixmap(size, size).toImage();
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor pixel = image.pixelColor(x, y);
            if (pixel.alpha() >= leastAlpha && Tones::contrast(pixel, background) >= leastContrast)
                return true;
        }
    }
    return false;
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
        const QPalette palette = QGuiApplication::palette();
        const QString theme = QIcon::themeName();
        if (!m_icon || m_theme != theme || m_paletteKey != palette.cacheKey()) {
            m_icon = choose(namesOf(m_name), palette);
            m_theme = theme;
            m_paletteKey = palette.cacheKey();
        }
        return *m_icon;
    }

    static QIcon choose(const Names &names, const QPalette &palette)
    {
        if (QIcon::hasThemeIcon(names.inTheme)) {
            const QIcon icon = QIcon::fromTheme(names.inTheme);
            if (canBeSeen(icon, palette.color(QPalette::Window)))
                return icon;
        }
        return ownIcon(names, QPalette::ButtonText);
    }

    IconName m_name;
    std::optional<QIcon> m_icon; ///< For this theme and this palette:
    QString m_theme;
    qint64 m_paletteKey = 0;
};

} // namespace

QIcon iconOf(IconName name)
{
    return QIcon(new NamedIconEngine(name));
}

QIcon fieldIconOf(IconName name)
{
    return ownIcon(namesOf(name), QPalette::Text);
}

QIcon applicationIcon()
{
    return QIcon::fromTheme(u"layerscope"_s, QIcon(u":/icons/layerscope.svg"_s));
}

} // namespace layerscope

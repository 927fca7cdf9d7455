// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/announcer.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

class SilentLabel final : public QLabel
{
public:
    using QLabel::QLabel;

protected:
    void paintEvent(QPaintEvent *) override {}
};

class AnnouncerAccessible final : public QAccessibleWidget
{
public:
    explicit AnnouncerAccessible(Announcer &announcer)
        : QAccessibleWidget(&announcer, QAccessible::Notification)
    {}

    [[nodiscard]] QString text(QAccessible::Text which) const override
    {
        return which == QAccessible::Name ? static_cast<const Announcer *>(object())->said()
                                          : QAccessibleWidget::text(which);
    }
};

QAccessibleInterface *makeAnnouncerAccessible(const QString &className, QObject *object)
{
    auto *announcer = className == u"layerscope::Announcer"_s ? qobject_cast<Announcer *>(object) : nullptr;
    return announcer != nullptr ? new AnnouncerAccessible(*announcer) : nullptr;
}

} // namespace

Announcer::Announcer(QWidget *window)
    : QWidget(window)
    , m_label(new SilentLabel(this))
{
    setObjectName(u"announcer"_s);
    QAccessible::installFactory(makeAnnouncerAccessible); // which takes it once
    m_label->setTextFormat(Qt::PlainText);
    m_label->setMinimumSize(1, 1);
    // Screen readers pass over what is hidden.
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFixedSize(1, 1);
    m_label->setGeometry(rect());
    lower();
    m_pause.setSingleShot(true);
    m_pause.setInterval(pause);
    connect(&m_pause, &QTimer::timeout, this, &Announcer::sayPending);
}

void Announcer::say(const QWidget &source, const QString &sentence)
{
    if (sentence.isEmpty())
        return;
    for (const QWidget *widget = &source; widget != nullptr; widget = widget->parentWidget()) {
        if (auto *announcer = widget->findChild<Announcer *>({}, Qt::FindDirectChildrenOnly)) {
            announcer->sayLater(source, sentence);
            return;
        }
    }
}

QString Announcer::said() const
{
    return m_label->text();
}

void Announcer::sayLater(const QWidget &source, const QString &sentence)
{
    m_pending.removeIf([&source](const auto &pending) { return pending.first == &source; });
    m_pending.append({&source, sentence});
    m_pause.start();
}

void Announcer::sayPending()
{
    QStringList sentences;
    for (const auto &[source, sentence] : std::exchange(m_pending, {})) {
        if (!sentences.contains(sentence))
            sentences.append(sentence);
    }
    m_label->setText(sentences.join(u'\n'));
    if (!QAccessible::isActive())
        return;
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    QAccessibleAnnouncementEvent news(this, said());
    QAccessible::updateAccessibility(&news);
#else
    // Alerts are not handed on to AT-SPI; of a notification that appears, screen readers read what it says.
    for (const QAccessible::Event event :
         {QAccessible::NameChanged, QAccessible::Alert, QAccessible::ObjectShow}) {
        QAccessibleEvent news(this, event);
        QAccessible::updateAccessibility(&news);
    }
#endif
}

} // namespace layerscope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/focusbar.h"

#include "support/testmain.h"

#include <QFocusEvent>
#include <QLabel>
#include <QScrollArea>
#include <QTest>
#include <QVBoxLayout>

using namespace layerscope;

namespace {

/// A page with one section, in which the widget is, below something that grows.
struct Page
{
    QScrollArea area;
    QWidget *content = new QWidget;
    QLabel *first = new QLabel;
    QWidget *section = new QWidget;
    QLabel *label = new QLabel;
    FocusBar *bar = new FocusBar(label);

    Page()
    {
        auto *inside = new QVBoxLayout(section);
        inside->setContentsMargins(0, 0, 0, 0);
        inside->addWidget(label);
        auto *column = new QVBoxLayout(content);
        column->setContentsMargins(20, 20, 20, 20);
        column->addWidget(first);
        column->addWidget(section);
        column->addStretch(1);
        first->setFixedHeight(10);
        label->setFixedHeight(30);
        area.setWidgetResizable(true);
        area.setWidget(content);
        area.resize(300, 300);
        area.show();
    }

    void focus(QEvent::Type type, Qt::FocusReason reason)
    {
        QFocusEvent event(type, reason);
        QCoreApplication::sendEvent(label, &event);
    }
    [[nodiscard]] bool isBeside() const
    {
        const QPoint place = label->mapTo(content, QPoint(0, 0));
        return bar->bar()->parentWidget() == content && bar->bar()->isVisible() &&
               bar->bar()->y() == place.y() && bar->bar()->height() == label->height() &&
               bar->bar()->geometry().right() < place.x();
    }
};

} // namespace

class FocusBarTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void standsBesideWhatTabLedTo()
    {
        Page page;
        QVERIFY(!page.bar->bar());
        page.focus(QEvent::FocusIn, Qt::TabFocusReason);
        QVERIFY(page.bar->bar());
        QVERIFY(page.isBeside());
        page.focus(QEvent::FocusOut, Qt::TabFocusReason);
        QVERIFY(!page.bar->bar());
    }

    void aClickNeedsNone()
    {
        Page page;
        page.focus(QEvent::FocusIn, Qt::MouseFocusReason);
        QVERIFY(!page.bar->bar());
    }

    void staysBehindAMenu()
    {
        Page page;
        page.focus(QEvent::FocusIn, Qt::BacktabFocusReason);
        page.focus(QEvent::FocusOut, Qt::PopupFocusReason);
        page.focus(QEvent::FocusIn, Qt::PopupFocusReason);
        QVERIFY(page.bar->bar());
    }

    void movesAlong()
    {
        Page page;
        page.focus(QEvent::FocusIn, Qt::TabFocusReason);
        page.first->setFixedHeight(90); // the section moves, and the widget not within it
        QTRY_COMPARE(page.section->y(), 20 + 90 + page.content->layout()->spacing());
        QVERIFY(page.isBeside());
        page.label->setFixedHeight(60);
        QTRY_COMPARE(page.label->height(), 60);
        QVERIFY(page.isBeside());
    }

    void diesWithEither()
    {
        {
            Page page;
            page.focus(QEvent::FocusIn, Qt::TabFocusReason);
        }
        Page page;
        page.focus(QEvent::FocusIn, Qt::TabFocusReason);
        delete page.label;
        QCOMPARE(page.content->findChildren<QWidget *>(Qt::FindDirectChildrenOnly).size(), 2);
    }
};

LAYERSCOPE_TEST(QTEST_MAIN, FocusBarTest)
#include "tst_focusbar.moc"

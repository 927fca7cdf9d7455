// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inventory/poolbuilder.h"
#include "details/rowloader.h"
#include "inventory/kinds.h"
#include "inventory/relations.h"
#include "models/rowsmodel.h"
#include "panels/detailsheading.h"
#include "panels/factview.h"
#include "panels/rawjsonview.h"
#include "panels/rowpanel.h"
#include "panels/troublenotice.h"
#include "support/testmain.h"
#include "ui/panels/detailsfixture.h"

#include <QApplication>
#include <QClipboard>
#include <QJsonArray>
#include <QJsonObject>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTabBar>
#include <QTest>
#include <QThreadPool>
#include <QToolButton>

#include <algorithm>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

namespace {

/// A store, the model over it and the panel that follows it.
struct Shown
{
    explicit Shown(const Catalogue &catalogue)
        : store(catalogue)
    {
        panel.resize(400, 600);
        panel.show();
    }

    void list(const QList<RowPatch> &rows)
    {
        store.listRows(rows);
        store.flush();
    }
    [[nodiscard]] QList<Fact> facts() const { return panel.findChild<FactView *>()->facts(); }
    [[nodiscard]] Fact fact(ColumnIndex column) const
    {
        const QString label = store.table().catalogue().column(column).translatedTitle();
        const QList<Fact> all = facts();
        const auto found = std::find_if(all.cbegin(), all.cend(),
                                        [&label](const Fact &fact) { return fact.label == label; });
        return found != all.cend() ? *found : Fact();
    }

    InventoryStore store;
    QThreadPool workers;
    RowsModel model{store, workers};
    RowPanel panel{nullptr};
};

/// The same over the VLANs or subnets of a demo account of which only the ids and names are listed, with a
/// loader for what else there is.
struct Asking
{
    explicit Asking(RowKind kind, const FaultPlan &faults = {})
        : demo(120, faults)
        , store(tableOf(kind).catalogue())
        , loader(*demo.client)
        , panel(&loader)
    {
        const SimulatedAccount &account = demo.server.account();
        const bool isVlan = kind == RowKind::Vlan;
        const int count = isVlan ? account.vlanCount() : account.subnetCount();
        QJsonArray rows;
        for (int index = 0; index < count; ++index)
            rows.append(isVlan ? account.vlan(index) : account.subnet(index));
        JsonIssues issues;
        store.listRows(
            decodeRows(store.table().catalogue(), kind, identity(), JsonReader(rows, issues)).rows);
        store.flush();
        QObject::connect(&loader, &RowLoader::answered, &panel, [this](const RowPatch &answer) {
            store.apply({answer});
            store.flush();
        });
        model.setLoadRunning(false);
        panel.resize(400, 900);
        panel.show();
    }

    [[nodiscard]] GroupSet identity() const
    {
        const Catalogue &catalogue = store.table().catalogue();
        return GroupSet().set(static_cast<std::size_t>(catalogue.column(catalogue.rowStateColumn()).group));
    }
    [[nodiscard]] Fact fact(const char *key) const
    {
        const Catalogue &catalogue = store.table().catalogue();
        const QString label =
            catalogue.column(catalogue.find(QString::fromLatin1(key)).value()).translatedTitle();
        const QList<Fact> all = panel.findChild<FactView *>()->facts();
        const auto found = std::find_if(all.cbegin(), all.cend(),
                                        [&label](const Fact &fact) { return fact.label == label; });
        return found != all.cend() ? *found : Fact();
    }
    [[nodiscard]] bool hasPending() const
    {
        const QList<Fact> all = panel.findChild<FactView *>()->facts();
        return all.isEmpty() || std::any_of(all.cbegin(), all.cend(), [](const Fact &fact) {
                   return fact.kind == Fact::Kind::Pending;
               });
    }
    [[nodiscard]] bool look(int row)
    {
        const RowKey key = store.table().key(row);
        panel.showRow(&model, key);
        const auto *heading = panel.findChild<DetailsHeading *>();
        const QString end = u" · "_s + QString::number(key.id);
        return QTest::qWaitFor(
            [&] { return !loader.isLoading() && heading->facts().place.endsWith(end) && !hasPending(); },
            DetailsFixture::patience);
    }
    [[nodiscard]] QToolButton *button(const char *relation) const
    {
        return panel.findChild<QToolButton *>(u"relation_"_s + QLatin1StringView(relation));
    }
    [[nodiscard]] TroubleNotice *trouble() const { return panel.findChild<TroubleNotice *>(u"rowTrouble"_s); }
    [[nodiscard]] qsizetype calls() const { return demo.server.log().calls().size(); }

    DetailsFixture demo; ///< Its own panel is not shown.
    InventoryStore store;
    QThreadPool workers;
    RowsModel model{store, workers};
    RowLoader loader;
    RowPanel panel;
};

FaultPlan faultsOf(const Fault &fault)
{
    FaultPlan plan;
    plan.faults = {fault};
    return plan;
}

} // namespace

class TestRowPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsEachColumn();
    void tellsStatesAsTheTableDoes();
    void leadsToOtherRows();
    void nothingIsSelected();
    void asksForWhatTheTableDoesNotKnow();
    void loadingIsSeen();
    void refusedColumnsSaySo();
    void goneRowsSaySo();
    void troubleCanBeTriedAgain();
    void hiddenPanelAsksForNothing();
    void rawJsonIsWhatCame();
    void leadsToRelatedRows();
    void relationsStandAboveTheFacts();
    void relationsCanBeReachedByKeys();
    void relationsThatLeadNowhere();
    void relationsSayWhyTheyCannotBeFollowed();
    void relationsSayWhatTheRowsOwnCallMet_data();
    void relationsSayWhatTheRowsOwnCallMet();
};

void TestRowPanel::tellsEachColumn()
{
    Shown shown(poolCatalogue());
    shown.list({namedPool(17, "EU pool", {{PoolColumn::Region, text("EU")}})});
    shown.panel.showRow(&shown.model, RowKey{RowKind::Pool, 17});
    // Neither the state of the row nor what members alone have.
    QTRY_COMPARE(shown.facts().size(), qsizetype(PoolColumn::Count) - 2);
    QCOMPARE(shown.facts().constFirst().label, poolCatalogue().column(PoolColumn::Id).translatedTitle());
    QCOMPARE(shown.fact(PoolColumn::Region).value, u"EU"_s);
    QVERIFY(shown.panel.findChild<QWidget *>(u"detailsState"_s)->isHidden()); // such rows have none
    const QString told = shown.panel.text();
    QVERIFY2(told.startsWith(u"EU pool\n"_s + kindSpec(RowKind::Pool).translatedSingular() + u" · 17\n"),
             qPrintable(told));

    // What comes later is told, too.
    shown.store.apply({poolCells(17, {{PoolColumn::Region, text("US")}})});
    shown.store.flush();
    QTRY_COMPARE(shown.fact(PoolColumn::Region).value, u"US"_s);
}

void TestRowPanel::tellsStatesAsTheTableDoes()
{
    Shown shown(poolCatalogue());
    shown.list({namedPool(17, "EU pool", {{PoolColumn::Region, text("EU")}})});
    const GroupSet usage(1U << PoolGroup::Usage);
    const GroupSet devices(1U << PoolGroup::Devices);
    shown.store.setFailure({0}, usage, CellState::Refused, ApiError::make(ApiError::Kind::Forbidden));
    shown.store.setFailure({0}, devices, CellState::Failed, ApiError::make(ApiError::Kind::Server));
    shown.store.flush();
    shown.panel.showRow(&shown.model, RowKey{RowKind::Pool, 17});
    QTRY_COMPARE(shown.fact(PoolColumn::OutPublicGb).value, u"not permitted"_s);
    QCOMPARE(shown.fact(PoolColumn::OutPublicGb).kind, Fact::Kind::None);
    QCOMPARE(shown.fact(PoolColumn::Devices).value, u"unavailable"_s);
    QCOMPARE(shown.fact(PoolColumn::Ends).value, u"none"_s);
    QCOMPARE(shown.fact(PoolColumn::AllocationGb).value, u"no data"_s); // none would read as 0
    QCOMPARE(shown.fact(PoolColumn::FeeMonthUsd).kind, Fact::Kind::Pending);

    // Nothing more will come.
    shown.model.setLoadRunning(false);
    QTRY_COMPARE(shown.fact(PoolColumn::FeeMonthUsd).value, u"not loaded"_s);
    QCOMPARE(shown.fact(PoolColumn::FeeMonthUsd).kind, Fact::Kind::None);
}

void TestRowPanel::leadsToOtherRows()
{
    Shown shown(serverCatalogue());
    shown.list({bareMetal(1, {{ServerColumn::Fqdn, text("a")},
                              {ServerColumn::Pool, text("EU pool")},
                              {ServerColumn::PoolId, qint64(17)}}),
                bareMetal(2, {{ServerColumn::Fqdn, text("b")}, {ServerColumn::Pool, CellValue()}})});
    shown.panel.showRow(&shown.model, RowKey{RowKind::BareMetal, 1});
    QTRY_COMPARE(shown.fact(ServerColumn::Pool).value, u"EU pool"_s);
    QCOMPARE(shown.fact(ServerColumn::Pool).target, std::optional(RowKey{RowKind::Pool, 17}));
    QCOMPARE(shown.fact(ServerColumn::Fqdn).target, std::nullopt);
    QSignalSpy wanted(&shown.panel, &RowPanel::rowWanted);
    Q_EMIT shown.panel.findChild<FactView *>()->rowActivated({RowKind::Pool, 17});
    QCOMPARE(wanted.takeFirst().constFirst().value<RowKey>(), (RowKey{RowKind::Pool, 17}));

    shown.panel.showRow(&shown.model, RowKey{RowKind::BareMetal, 2});
    QTRY_COMPARE(shown.fact(ServerColumn::Pool).value, u"none"_s);
    QCOMPARE(shown.fact(ServerColumn::Pool).target, std::nullopt);
}

void TestRowPanel::nothingIsSelected()
{
    Shown shown(poolCatalogue());
    shown.list({namedPool(17, "EU pool")});
    shown.panel.showRow(&shown.model, RowKey{RowKind::Pool, 17});
    QTRY_VERIFY(!shown.facts().isEmpty());
    shown.panel.showRow(&shown.model, RowKey{RowKind::Pool, 18}); // it went
    QTRY_VERIFY(shown.facts().isEmpty());
    shown.panel.showRow(&shown.model, RowKey{RowKind::Pool, 17});
    QTRY_VERIFY(!shown.facts().isEmpty());
    shown.panel.showRow(nullptr, std::nullopt);
    QTRY_VERIFY(shown.facts().isEmpty());
}

void TestRowPanel::asksForWhatTheTableDoesNotKnow()
{
    Asking asking(RowKind::Vlan);
    QVERIFY(asking.look(3));
    QCOMPARE(asking.calls(), 1);
    const QJsonObject truth = asking.demo.server.account().vlan(3);
    QCOMPARE(asking.fact("datacenter").value, truth["datacenter"_L1]["name"_L1].toString());
    QCOMPARE(asking.fact("subnet_count").value, QString::number(truth["subnetCount"_L1].toInt()));
    for (const Fact &fact : asking.panel.findChild<FactView *>()->facts())
        QVERIFY2(fact.value != u"not loaded"_s, qPrintable(fact.label));
    QVERIFY(asking.trouble()->isHidden());
    // In the catalogue's order, as it is written; not that of a table, which begins with the name.
    const Catalogue &catalogue = asking.store.table().catalogue();
    QStringList titles;
    for (const ColumnIndex column : catalogue.allColumns()) {
        if (column != catalogue.rowStateColumn())
            titles.append(catalogue.column(column).translatedTitle());
    }
    QStringList labels;
    for (const Fact &fact : asking.panel.findChild<FactView *>()->facts())
        labels.append(fact.label);
    QCOMPARE(labels, titles);
    QVERIFY(titles.constFirst() != catalogue.column(catalogue.nameColumn()).translatedTitle());

    asking.panel.refresh();
    QTRY_COMPARE_WITH_TIMEOUT(asking.calls(), 2, DetailsFixture::patience);
}

void TestRowPanel::loadingIsSeen()
{
    Asking asking(RowKind::Vlan, faultsOf({Fault::Kind::Hang, {}, 0, {}, {}}));
    asking.panel.showRow(&asking.model, asking.store.table().key(3));
    QTRY_COMPARE(asking.fact("datacenter").kind, Fact::Kind::Pending);
    QCOMPARE(asking.fact("qualified_name").kind, Fact::Kind::Value); // listed
    QTRY_COMPARE_WITH_TIMEOUT(asking.calls(), 1, DetailsFixture::patience);
    // The selection moves on: what is under way is not waited for.
    asking.panel.showRow(&asking.model, std::nullopt);
    QCOMPARE(asking.demo.client->scheduler().inFlight(), 0);
}

void TestRowPanel::refusedColumnsSaySo()
{
    Asking asking(RowKind::Vlan, faultsOf({Fault::Kind::RefusedRelation, {}, 0, u"datacenter"_s, {}}));
    QVERIFY(asking.look(3));
    QCOMPARE(asking.fact("datacenter").value, u"not permitted"_s);
    QCOMPARE(asking.fact("datacenter").kind, Fact::Kind::None);
    QVERIFY(!asking.fact("router").value.isEmpty() && asking.fact("router").value != u"not permitted"_s);
    QTRY_VERIFY(!asking.trouble()->isHidden());
    QVERIFY2(asking.trouble()->trouble().contains(u"Datacenter, Pod"_s),
             qPrintable(asking.trouble()->trouble()));
    QVERIFY(!asking.trouble()->trouble().contains(u"Router"_s));
    QVERIFY(asking.panel.text().contains(asking.trouble()->trouble()));
    Q_EMIT asking.trouble()->linkActivated(u"copy"_s);
    QVERIFY(QGuiApplication::clipboard()->text().startsWith(u"SoftLayer_Network_Vlan::getObject"_s));
}

void TestRowPanel::goneRowsSaySo()
{
    Asking asking(RowKind::Vlan);
    const RowKey key = asking.store.table().key(3);
    asking.demo.server.setFaultPlan(faultsOf({Fault::Kind::NotFound, {}, 0, {}, {key.id}}));
    QVERIFY(asking.look(3));
    QTRY_VERIFY2(asking.trouble()->trouble().contains(u"gone"_s), qPrintable(asking.trouble()->trouble()));
    QVERIFY(!asking.trouble()->isHidden());
    QCOMPARE(asking.fact("qualified_name").kind, Fact::Kind::Value); // what is known stays
}

void TestRowPanel::troubleCanBeTriedAgain()
{
    Asking asking(RowKind::Vlan, faultsOf({Fault::Kind::Refusal,
                                           {},
                                           500,
                                           u"SoftLayer_Exception_Public"_s,
                                           {},
                                           u"Something odd happened."_s}));
    QVERIFY(asking.look(3));
    QTRY_VERIFY(!asking.trouble()->isHidden());
    QCOMPARE(asking.fact("datacenter").value, u"unavailable"_s);
    QVERIFY(!asking.trouble()->trouble().contains(u"Datacenter"_s)); // it is about all of it
    FaultPlan calm;
    calm.callsPerSecond = 0;
    asking.demo.server.setFaultPlan(calm);
    Q_EMIT asking.trouble()->linkActivated(u"retry"_s);
    QTRY_VERIFY_WITH_TIMEOUT(asking.fact("datacenter").kind == Fact::Kind::Value, DetailsFixture::patience);
    QTRY_VERIFY(asking.trouble()->isHidden());
}

void TestRowPanel::hiddenPanelAsksForNothing()
{
    Asking asking(RowKind::Vlan);
    asking.panel.hide();
    asking.panel.showRow(&asking.model, asking.store.table().key(3));
    QVERIFY(!asking.loader.row());
    asking.panel.show();
    const QJsonValue datacenter = asking.demo.server.account().vlan(3)["datacenter"_L1]["name"_L1];
    QTRY_COMPARE_WITH_TIMEOUT(asking.fact("datacenter").value, datacenter.toString(),
                              DetailsFixture::patience);
    QCOMPARE(asking.calls(), 1);
    asking.panel.hide();
    QVERIFY(!asking.loader.row());
}

void TestRowPanel::rawJsonIsWhatCame()
{
    Asking asking(RowKind::Vlan, faultsOf({Fault::Kind::RefusedRelation, {}, 0, u"billingItem"_s, {}}));
    auto *text = asking.panel.findChild<QPlainTextEdit *>(u"rawText"_s);
    QVERIFY(asking.look(3));
    QVERIFY(!text->toPlainText().contains(u"primaryRouter"_s)); // nobody has looked
    asking.panel.setCurrentTab(1);
    QTRY_VERIFY(text->isVisible() && text->toPlainText().contains(u"primaryRouter"_s));
    QVERIFY(text->toPlainText().contains(QString::number(asking.store.table().key(3).id)));
    QVERIFY(asking.panel.findChild<QTabBar *>(u"rowTabs"_s)->isVisible());
    const auto remarks = asking.panel.findChild<RawJsonView *>()->findChildren<QLabel *>();
    QVERIFY(std::any_of(remarks.cbegin(), remarks.cend(),
                        [](const QLabel *label) { return label->text().startsWith(u"Not all of it"_s); }));
    // Of another row.
    asking.panel.showRow(&asking.model, asking.store.table().key(4));
    QTRY_VERIFY_WITH_TIMEOUT(
        text->toPlainText().contains(QString::number(asking.store.table().key(4).id)) &&
            !text->toPlainText().contains(QString::number(asking.store.table().key(3).id)),
        DetailsFixture::patience);
}

void TestRowPanel::leadsToRelatedRows()
{
    Asking asking(RowKind::Vlan);
    QVERIFY(asking.look(3));
    QVERIFY(asking.button("servers") != nullptr && asking.button("subnets") != nullptr);
    QVERIFY(asking.button("servers")->isVisible() && asking.button("servers")->isEnabled());
    QSignalSpy wanted(&asking.panel, &RowPanel::jumpWanted);
    asking.button("servers")->click();
    const QString words = u"vlan_id="_s + QString::number(asking.store.table().key(3).id);
    QCOMPARE(wanted.takeFirst().constFirst().value<Jump>(), (Jump{&serversTable, {}, words}));
    asking.button("subnets")->click();
    QCOMPARE(wanted.takeFirst().constFirst().value<Jump>(), (Jump{tableOfKey(u"subnets"), {}, words}));
    // The next row leads to its own.
    QVERIFY(asking.look(4));
    asking.button("subnets")->click();
    QCOMPARE(wanted.takeFirst().constFirst().value<Jump>().filter,
             u"vlan_id="_s + QString::number(asking.store.table().key(4).id));
    asking.panel.showRow(nullptr, std::nullopt);
    QTRY_VERIFY(!asking.button("servers")->isVisible());
}

/// As a line of them, not beside it.
void TestRowPanel::relationsStandAboveTheFacts()
{
    Asking asking(RowKind::Vlan);
    QVERIFY(asking.look(3));
    QToolButton *servers = asking.button("servers");
    QTRY_VERIFY(servers->isVisible());
    const auto *facts = asking.panel.findChild<FactView *>();
    QCOMPARE(servers->mapTo(&asking.panel, QPoint()).x(), facts->mapTo(&asking.panel, QPoint()).x());
    const QImage image = servers->grab().toImage();
    const QRgb background = image.pixel(0, 0);
    int first = 0; // with something of the text
    const auto isEmpty = [&](int x) {
        for (int y = 0; y < image.height(); ++y) {
            if (image.pixel(x, y) != background)
                return false;
        }
        return true;
    };
    while (first < image.width() && isEmpty(first))
        ++first;
    QVERIFY2(first <= 2 * servers->devicePixelRatioF(), qPrintable(QString::number(first)));
}

void TestRowPanel::relationsCanBeReachedByKeys()
{
    Asking asking(RowKind::Vlan);
    asking.panel.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&asking.panel));
    QVERIFY(asking.look(3));
    QToolButton *servers = asking.button("servers");
    QTRY_VERIFY(servers->isVisible());
    asking.panel.findChild<QTabBar *>(u"rowTabs"_s)->setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QVERIFY(servers->hasFocus()); // as they stand
    QTest::keyClick(servers, Qt::Key_Tab);
    QToolButton *last = asking.button("subnets");
    QVERIFY(last->hasFocus());
    if (QToolButton *billing = asking.button("billing-items");
        billing->isVisible()) { // of one that costs something
        QTest::keyClick(last, Qt::Key_Tab);
        QVERIFY(billing->hasFocus());
        last = billing;
    }
    QTest::keyClick(last, Qt::Key_Tab);
    QVERIFY(asking.panel.findChild<FactView *>()->hasFocus());
    servers->setFocus();
    QVERIFY(!servers->accessibleName().isEmpty());
    QVERIFY2(servers->toolTip().contains(u"vlan_id="_s), qPrintable(servers->toolTip()));
    QCOMPARE(servers->accessibleDescription(), servers->toolTip());
    QSignalSpy wanted(&asking.panel, &RowPanel::jumpWanted);
    QTest::keyClick(servers, Qt::Key_Space);
    QCOMPARE(wanted.size(), 1);
}

/// Servers have no IPv6 address among their columns; and before it is known where a row leads to nothing can
/// be pressed.
void TestRowPanel::relationsThatLeadNowhere()
{
    Asking asking(RowKind::Subnet);
    int ipv4 = -1;
    int ipv6 = -1;
    const ColumnIndex version = asking.store.table().catalogue().find(u"ip_version").value();
    for (int row = 0; row < asking.store.table().rowCount(); ++row)
        (asking.store.table().bits(row, version) == 6 ? ipv6 : ipv4) = row;
    QVERIFY(ipv4 >= 0 && ipv6 >= 0);
    QVERIFY(asking.look(ipv4));
    QTRY_VERIFY(asking.button("servers")->isVisible());
    QVERIFY(asking.look(ipv6));
    QTRY_VERIFY(!asking.button("servers")->isVisible());

    Shown servers(serverCatalogue());
    servers.list({bareMetal(1, {{ServerColumn::Fqdn, text("a")}})});
    servers.panel.showRow(&servers.model, RowKey{RowKind::BareMetal, 1});
    const auto button = [&servers] { return servers.panel.findChild<QToolButton *>(u"relation_vlans"_s); };
    QTRY_VERIFY(button() != nullptr && button()->isVisible());
    QVERIFY(!button()->isEnabled());
    servers.store.apply({bareMetal(1, {{ServerColumn::VlanId, text("12")}})});
    servers.store.flush();
    QTRY_VERIFY(button()->isEnabled());
    QSignalSpy wanted(&servers.panel, &RowPanel::jumpWanted);
    button()->click();
    QCOMPARE(wanted.takeFirst().constFirst().value<Jump>().row, (RowKey{RowKind::Vlan, 12}));
}

void TestRowPanel::relationsSayWhyTheyCannotBeFollowed()
{
    Shown servers(serverCatalogue());
    servers.list({bareMetal(1, {{ServerColumn::Fqdn, text("a")}})});
    servers.panel.showRow(&servers.model, RowKey{RowKind::BareMetal, 1});
    const auto says = [&servers](const QString &why) {
        const auto *button = servers.panel.findChild<QToolButton *>(u"relation_vlans"_s);
        return button != nullptr && !button->isEnabled() && button->toolTip().endsWith(why) &&
               button->accessibleDescription() == button->toolTip();
    };
    const GroupSet vlans(1U << ServerGroup::Vlans);
    QTRY_VERIFY(says(u"waiting to be loaded"_s));
    servers.model.setLoadRunning(false);
    QTRY_VERIFY(says(u"not loaded"_s));
    servers.store.setFailure({0}, vlans, CellState::Refused, ApiError::make(ApiError::Kind::Forbidden));
    servers.store.flush();
    QTRY_VERIFY(says(u"not permitted"_s));
    servers.store.setFailure({0}, vlans, CellState::Failed, ApiError::make(ApiError::Kind::Server));
    servers.store.flush();
    QTRY_VERIFY(says(u"failed, can be tried again"_s));
    servers.store.clearFailures({0}, vlans);
    servers.store.setLoading({0}, vlans);
    servers.store.flush();
    QTRY_VERIFY(says(u"loading"_s));
}

void TestRowPanel::relationsSayWhatTheRowsOwnCallMet_data()
{
    QTest::addColumn<Fault>("fault");
    QTest::addColumn<QString>("why");
    QTest::newRow("refused") << Fault{Fault::Kind::RefusedRelation, {}, 0, u"networkVlans"_s, {}}
                             << u"not permitted"_s;
    QTest::newRow("failed")
        << Fault{Fault::Kind::Refusal,        {}, 500, u"SoftLayer_Exception_Public"_s, {},
                 u"Something odd happened."_s}
        << u"failed, can be tried again"_s;
    QTest::newRow("on its way") << Fault{Fault::Kind::Hang, {}, 0, {}, {}} << u"loading"_s;
}

/// Which the table was not asked for.
void TestRowPanel::relationsSayWhatTheRowsOwnCallMet()
{
    QFETCH(Fault, fault);
    QFETCH(QString, why);
    DetailsFixture demo(120, faultsOf(fault));
    QThreadPool workers;
    RowsModel model(demo.store, workers);
    RowLoader loader(*demo.client);
    RowPanel panel(&loader);
    panel.resize(400, 900);
    panel.show();
    panel.showRow(&model, demo.metal(0));
    const auto toolTip = [&panel] {
        const auto *button = panel.findChild<QToolButton *>(u"relation_vlans"_s);
        return button != nullptr ? button->toolTip() : QString();
    };
    QTRY_VERIFY2_WITH_TIMEOUT(toolTip().endsWith(why), qPrintable(toolTip()), DetailsFixture::patience);
}

LAYERSCOPE_TEST(QTEST_MAIN, TestRowPanel)
#include "tst_rowpanel.moc"

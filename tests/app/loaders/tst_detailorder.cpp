// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inventory/tablebuilder.h"
#include "loaders/rowdetailsloader.h"
#include "noclock.h"
#include "scriptedcallgroup.h"
#include "seeds.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkProxy>
#include <QRandomGenerator>
#include <QSet>
#include <QTest>

#include <algorithm>
#include <numeric>
#include <optional>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

namespace {

using Kind = ApiError::Kind;

/// A group by one column of it, and what the API calls that: the truth is written down here a second time.
struct Property
{
    int group;
    ColumnIndex column;
    const char *name; ///< As it stands in a mask.
};
constexpr std::array properties{
    Property{ServerGroup::Datacenter, ServerColumn::Datacenter, "datacenter"},
    Property{ServerGroup::Notes, ServerColumn::Notes, "notes"},
    Property{ServerGroup::Fee, ServerColumn::FeeMonthUsd, "nextInvoiceTotalRecurringAmount"},
    Property{ServerGroup::Owner, ServerColumn::Owner, "username"},
    Property{ServerGroup::Outbound, ServerColumn::OutPublicGb, "outboundPublicBandwidthUsage"},
    Property{ServerGroup::Pool, ServerColumn::PoolId, "virtualRack"},
    Property{ServerGroup::GlobalId, ServerColumn::GlobalId, "globalIdentifier"},
    Property{ServerGroup::Allocation, ServerColumn::AllocationGb, "bandwidthAllocation"},
};

QJsonObject makeRow(qint64 id, bool hasWrongNotes)
{
    const QString number = QString::number(id);
    return {{u"id"_s, id},
            {u"datacenter"_s, QJsonObject{{u"name"_s, QString(u"dc"_s + number)}}},
            {u"notes"_s,
             hasWrongNotes ? QJsonValue(QJsonArray{number}) : QJsonValue(QString(u"note "_s + number))},
            {u"billingItem"_s,
             QJsonObject{
                 {u"nextInvoiceTotalRecurringAmount"_s, number},
                 {u"orderItem"_s,
                  QJsonObject{{u"order"_s,
                               QJsonObject{{u"userRecord"_s,
                                            QJsonObject{{u"username"_s, QString(u"user"_s + number)}}}}}}}}},
            {u"outboundPublicBandwidthUsage"_s, number},
            {u"virtualRack"_s,
             QJsonObject{{u"id"_s, id}, {u"name"_s, u"pool"_s}, {u"bandwidthAllotmentTypeId"_s, 2}}},
            {u"globalIdentifier"_s, QString(u"global "_s + number)},
            {u"bandwidthAllocation"_s, number}};
}

/// The same in each of the two thousand accounts, so each is made once.
const QJsonObject &rowOf(qint64 id, bool hasWrongNotes)
{
    static QHash<std::pair<qint64, bool>, QJsonObject> rows;
    QJsonObject &row = rows[{id, hasWrongNotes}];
    if (row.isEmpty())
        row = makeRow(id, hasWrongNotes);
    return row;
}

/// An account, and what is wrong with it for good or now and then, all by one seed.
class World
{
public:
    explicit World(quint32 seed)
        : m_draw(seed)
    {
        const int rows = 1 + below(below(4) == 0 ? 160 : 40);
        for (int row = 0; row < rows; ++row)
            m_keys.append({below(2) == 0 ? RowKind::BareMetal : RowKind::Virtual, 1000 + row});
        for (const Property &property : properties) {
            if (below(3) > 0)
                m_wanted.set(static_cast<std::size_t>(property.group));
        }
        m_perMille = std::array{0, 0, 50, 300}[static_cast<std::size_t>(below(4))];
        if (below(3) == 0)
            m_refusedProperties.append(anyProperty());
        if (below(6) == 0)
            m_refusedProperties.append(anyProperty());
        if (below(4) == 0)
            addRows(m_refusedRows, 1 + below(3));
        if (below(4) == 0)
            addRows(m_vanishedRows, 1 + below(3));
        if (below(4) == 0)
            addRows(m_wrongRows, 1 + below(3));
        if (below(12) == 0)
            addRows(m_wrongRows, rows);
        if (below(4) == 0) {
            m_refusedCellProperty = anyProperty();
            addRows(m_refusedCells, 1 + below(3));
        }
        if (below(5) == 0)
            m_maxCells = 40 + below(200);
        if (below(8) == 0) { // most rows of a kind are out of this key's sight
            m_blindKind = below(2) == 0 ? RowKind::BareMetal : RowKind::Virtual;
            addRows(m_seenAllTheSame, below(3));
        }
        m_lastingError = std::array{Kind::Forbidden, Kind::NotFound, Kind::Server,
                                    Kind::TooMuch}[static_cast<std::size_t>(below(4))];
    }

    [[nodiscard]] int below(int end) { return static_cast<int>(m_draw.bounded(static_cast<quint32>(end))); }
    [[nodiscard]] const QList<RowKey> &keys() const { return m_keys; }
    [[nodiscard]] GroupSet wanted() const { return m_wanted; }
    [[nodiscard]] bool isHealthy() const { return m_perMille == 0; }
    /// Nothing fails now and then any more; what is wrong for good stays wrong.
    void heal() { m_perMille = 0; }

    [[nodiscard]] Result<QJsonValue> answer(const ApiRequest &request)
    {
        if (below(1000) < m_perMille) {
            static constexpr std::array passing{Kind::Forbidden, Kind::NotFound,      Kind::Server,
                                                Kind::TooMuch,   Kind::Timeout,       Kind::BadResponse,
                                                Kind::Offline,   Kind::InvalidRequest};
            return failure(passing[static_cast<std::size_t>(below(passing.size()))]);
        }
        const bool isSingle = request.method == "getObject";
        const RowKind kind = isSingle
                                 ? (request.service.contains("Guest") ? RowKind::Virtual : RowKind::BareMetal)
                                 : (request.method.contains("Guest") ? RowKind::Virtual : RowKind::BareMetal);
        const QList<qint64> ids = isSingle ? QList<qint64>{request.objectId.toLongLong()} : idsOf(request);
        const QByteArray mask = request.mask.toText();
        for (const QByteArray &property : m_refusedProperties) {
            if (mask.contains(property))
                return failure(m_lastingError);
        }
        int cells = 0;
        for (const Property &property : properties)
            cells += mask.contains(property.name) ? static_cast<int>(ids.size()) : 0;
        if (m_maxCells > 0 && cells > m_maxCells)
            return failure(Kind::TooMuch);

        QJsonArray rows;
        for (const qint64 id : ids) {
            const RowKey key{kind, id};
            if (m_refusedRows.contains(key))
                return failure(m_lastingError);
            if (m_refusedCells.contains(key) && mask.contains(m_refusedCellProperty))
                return failure(m_lastingError);
            const bool isOutOfSight = isBlindTo(key) && (!isSingle || !m_seenAllTheSame.contains(key));
            if ((m_vanishedRows.contains(key) || isOutOfSight) && isSingle)
                return failure(Kind::NotFound);
            if (isOutOfSight)
                continue;
            if (!m_vanishedRows.contains(key) && m_keys.contains(key))
                rows.append(rowOf(id, m_wrongRows.contains(key)));
        }
        return isSingle ? rows.first() : QJsonValue(rows);
    }

    /// What has to stand in this cell in the end; empty: something that is no value.
    [[nodiscard]] QString expected(RowKey key, const Property &property) const
    {
        const bool isRefused = m_refusedRows.contains(key) || m_vanishedRows.contains(key) ||
                               m_refusedProperties.contains(QByteArray(property.name)) ||
                               (m_refusedCells.contains(key) && m_refusedCellProperty == property.name);
        if (isRefused || (property.group == ServerGroup::Notes && m_wrongRows.contains(key)))
            return {};
        const QString number = QString::number(key.id);
        switch (property.group) {
        case ServerGroup::Datacenter:
            return QString(u"dc"_s + number);
        case ServerGroup::Notes:
            return QString(u"note "_s + number);
        case ServerGroup::Owner:
            return QString(u"user"_s + number);
        case ServerGroup::GlobalId:
            return QString(u"global "_s + number);
        default:
            return number;
        }
    }
    [[nodiscard]] CellState expectedState(RowKey key, const Property &property) const
    {
        if (!expected(key, property).isEmpty())
            return CellState::Value;
        // A row that vanished is told by a 404, if it is not refused before that.
        if (m_vanishedRows.contains(key))
            return CellState::Gone;
        const bool isWrong = property.group == ServerGroup::Notes && m_wrongRows.contains(key);
        const bool isRefusal = m_lastingError == Kind::Forbidden || m_lastingError == Kind::NotFound;
        const bool isRefused = m_refusedRows.contains(key) ||
                               m_refusedProperties.contains(QByteArray(property.name)) ||
                               (m_refusedCells.contains(key) && m_refusedCellProperty == property.name);
        return isRefused && isRefusal ? CellState::Refused
               : isWrong || isRefused ? CellState::Failed
                                      : CellState::Value;
    }
    [[nodiscard]] bool isVanished(RowKey key) const { return m_vanishedRows.contains(key); }
    /// Batches come without it, whether or not it comes by itself.
    [[nodiscard]] bool isBlindTo(RowKey key) const { return m_blindKind == key.kind; }

private:
    [[nodiscard]] static Result<QJsonValue> failure(Kind kind)
    {
        ApiError error = ApiError::make(kind, u"by the test"_s);
        error.httpStatus = kind == Kind::BadResponse                        ? 200
                           : kind == Kind::Timeout || kind == Kind::Offline ? 0
                                                                            : 500;
        return Unexpected(error);
    }
    [[nodiscard]] static QList<qint64> idsOf(const ApiRequest &request)
    {
        const QJsonObject root = QJsonDocument::fromJson(request.filter.toJson()).object();
        const QJsonObject option =
            root.begin()->toObject()["id"_L1].toObject()["options"_L1].toArray().first().toObject();
        QList<qint64> ids;
        for (const QJsonValue &id : option["value"_L1].toArray())
            ids.append(id.toInteger());
        return ids;
    }
    [[nodiscard]] QByteArray anyProperty()
    {
        return properties[static_cast<std::size_t>(below(static_cast<int>(properties.size())))].name;
    }
    void addRows(QSet<RowKey> &rows, int count)
    {
        for (int i = 0; i < count; ++i)
            rows.insert(m_keys[below(static_cast<int>(m_keys.size()))]);
    }

    QRandomGenerator m_draw;
    QList<RowKey> m_keys;
    GroupSet m_wanted;
    int m_perMille = 0;
    QByteArrayList m_refusedProperties;
    QSet<RowKey> m_refusedRows;
    QSet<RowKey> m_vanishedRows;
    QSet<RowKey> m_wrongRows;
    QSet<RowKey> m_refusedCells;
    QByteArray m_refusedCellProperty;
    std::optional<RowKind> m_blindKind;
    QSet<RowKey> m_seenAllTheSame; ///< Each by itself.
    int m_maxCells = 0;
    Kind m_lastingError = Kind::Forbidden;
};

QString textOf(const InventoryTable &table, int row, ColumnIndex column)
{
    if (!table.hasValue(row, column))
        return {};
    switch (table.catalogue().column(column).type) {
    case ColumnType::Text:
        return table.text(row, column);
    case ColumnType::Integer:
        return QString::number(table.bits(row, column));
    default:
        return QString::fromLatin1(table.decimal(row, column).toText());
    }
}

} // namespace

/// Whatever order answers come in and whatever fails meanwhile: the load ends, each cell has what the account
/// has, and what cannot be loaded is told so; what was lost to passing trouble comes when asked for again.
class TestDetailOrder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anyOrderEndsWithEverything();
    void stopsAndGoesOnAnywhere();

private:
    /// Far more than any of these loads needs: who reaches it asks without end.
    static constexpr int maxAnswers = 20'000;

    /// Where up to a third of all calls fail by chance, besides what fails for good, one cell in so many may
    /// be lost to it: seen were 1 in 220 to 520 of a thousand seeds.
    static constexpr int lostOf = 100;

    void load(quint32 seed, bool isInterrupted);
    static void interrupt(World &world, RowDetailsLoader &stages, const InventoryTable &table);
    void checkCells(const World &world, const InventoryTable &table);
    void checkLosses();

    qint64 m_shaken = 0; ///< Cells that should have come, of all worlds in which anything may fail.
    qint64 m_lost = 0;   ///< And did not.
    NoClock m_clock;
    ApiClient m_client{Connection{QUrl(u"http://127.0.0.1:1/rest/v3.1/"_s),
                                  {Credentials::Scheme::Basic, u"user"_s, u"key"_s},
                                  QNetworkProxy(QNetworkProxy::NoProxy)},
                       m_clock};
};

void TestDetailOrder::load(quint32 seed, bool isInterrupted)
{
    World world(seed);
    CallDesk &desk = CallDesk::instance();
    desk.begin(1 + world.below(30), [&world](const ApiRequest &request) { return world.answer(request); });
    InventoryStore store(serverCatalogue(), m_clock);
    store.beginLoad();
    RowDetailsLoader stages(m_client, store);
    stages.setWanted(world.wanted());
    stages.start();

    QList<RowKey> toList = world.keys();
    const auto listSome = [&] {
        QList<RowPatch> patches;
        for (int count = 1 + world.below(60); count > 0 && !toList.isEmpty(); --count) {
            const RowKey key = toList.takeFirst();
            patches.append(makePatch(key.kind, key.id, {}));
        }
        store.listRows(patches);
        stages.wake();
    };

    const auto run = [&](int interruptions) {
        while (desk.answered() < maxAnswers) {
            if (!toList.isEmpty() && (desk.inFlight() == 0 || world.below(4) == 0))
                listSome();
            if (interruptions > 0 && world.below(12) == 0) {
                --interruptions;
                interrupt(world, stages, store.table());
            }
            desk.turn();
            if (desk.inFlight() > 0)
                desk.answerOne(world.below(desk.inFlight()));
            else if (toList.isEmpty())
                break;
        }
    };
    run(isInterrupted ? 4 : 0);
    QVERIFY2(desk.answered() < maxAnswers, "asks without end");
    QVERIFY2(stages.isDone(), "nothing is asked any more, and it is not done");
    QCOMPARE(stages.settledRows(), world.keys().size());
    checkCells(world, store.table());
    if (world.isHealthy() || QTest::currentTestFailed())
        return;

    // What was lost to passing trouble is available as soon as that has passed.
    world.heal();
    QList<int> rows(store.table().rowCount());
    std::iota(rows.begin(), rows.end(), 0);
    stages.retry(rows);
    run(0);
    QVERIFY2(desk.answered() < maxAnswers, "asks without end after the trouble");
    QVERIFY2(stages.isDone(), "nothing is asked any more after the trouble, and it is not done");
    checkCells(world, store.table());
}

void TestDetailOrder::interrupt(World &world, RowDetailsLoader &stages, const InventoryTable &table)
{
    QList<int> rows(table.rowCount());
    std::iota(rows.begin(), rows.end(), 0);
    switch (world.below(4)) {
    case 0:
        stages.stop();
        stages.start();
        break;
    case 1: // a column less, and more again
        stages.setWanted(GroupSet(world.wanted()).reset(ServerGroup::Fee).reset(ServerGroup::Notes));
        CallDesk::instance().turn();
        stages.setWanted(world.wanted());
        break;
    case 2:
        stages.retry(rows);
        break;
    default:
        std::reverse(rows.begin(), rows.end());
        stages.setViewOrder({rows.mid(0, 5), rows.mid(5, 10), rows});
        break;
    }
}

void TestDetailOrder::checkCells(const World &world, const InventoryTable &table)
{
    for (int row = 0; row < table.rowCount(); ++row) {
        const RowKey key = table.key(row);
        for (const Property &property : properties) {
            if (!world.wanted().test(static_cast<std::size_t>(property.group)))
                continue;
            const QString text = textOf(table, row, property.column);
            const CellState state = table.cellState(row, property.column);
            const CellState expected = world.expectedState(key, property);
            const QByteArray what = QByteArray(property.name) + " of " + QByteArray::number(key.id) + " is " +
                                    text.toUtf8() + " in state " + QByteArray::number(int(state)) + ", not " +
                                    QByteArray::number(int(expected));
            // Whether a row that vanished is noticed depends on whether anything of it could be asked for.
            if (world.isVanished(key)) {
                QVERIFY2(state != CellState::Value && state != CellState::Loading &&
                             state != CellState::NotAsked,
                         what.constData());
                continue;
            }
            // After some rows that do not come by themselves either, batches that come empty are believed.
            if (world.isBlindTo(key) && text.isEmpty()) {
                QVERIFY2(state == CellState::Gone || state == CellState::Refused ||
                             state == CellState::Failed || world.expected(key, property).isEmpty(),
                         what.constData());
                continue;
            }
            // While anything may fail now and then, it may be lost, and the last word on a refusal may be
            // another's.
            const bool isLost = state == CellState::Refused || state == CellState::Failed;
            if (!world.isHealthy() && expected != CellState::Refused && expected != CellState::Failed) {
                ++m_shaken;
                m_lost += isLost ? 1 : 0;
            }
            if (!world.isHealthy() && isLost) {
                QVERIFY2(text.isEmpty(), what.constData());
                continue;
            }
            QVERIFY2(text == world.expected(key, property), what.constData());
            QVERIFY2(state == expected, what.constData());
        }
    }
}

void TestDetailOrder::checkLosses()
{
    const qint64 lost = std::exchange(m_lost, 0);
    const qint64 shaken = std::exchange(m_shaken, 0);
    QVERIFY2(lost * lostOf <= shaken, qPrintable(u"%1 of %2 cells are lost"_s.arg(lost).arg(shaken)));
}

void TestDetailOrder::anyOrderEndsWithEverything()
{
    trySeeds(1000, [this](quint32 seed) { load(seed, false); });
    checkLosses();
}

void TestDetailOrder::stopsAndGoesOnAnywhere()
{
    trySeeds(1000, [this](quint32 seed) { load(seed, true); });
    checkLosses();
}

QTEST_GUILESS_MAIN(TestDetailOrder)
#include "tst_detailorder.moc"

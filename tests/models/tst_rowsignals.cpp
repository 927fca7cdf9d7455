// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rowsignals.h"

#include "support/testmain.h"

#include <QSignalSpy>
#include <QStringListModel>
#include <QTest>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto most = static_cast<int>(maxRowSignals);

} // namespace

class RowSignalsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fewRowsEach();
    void manyRowsInOne();
    void nothingOfNoRows();

private:
    /// From here to there, as a model with one level has them.
    [[nodiscard]] QModelIndexList rows(int first, int last) const
    {
        QModelIndexList indexes;
        for (int row = first; row <= last; ++row)
            indexes.append(m_model.index(row));
        return indexes;
    }

    QStringListModel m_model{QStringList(20'000, u"row"_s)};
};

void RowSignalsTest::fewRowsEach()
{
    QSignalSpy changed(&m_model, &QAbstractItemModel::dataChanged);
    // What is not to be seen does not count.
    announceRows(m_model, rows(10, 9 + most) + QModelIndexList{{}, {}}, {Qt::DisplayRole});
    QCOMPARE(changed.count(), most);
    for (int i = 0; i < changed.count(); ++i) {
        QCOMPARE(changed.at(i).at(0).toModelIndex(), m_model.index(10 + i));
        QCOMPARE(changed.at(i).at(1).toModelIndex(), m_model.index(10 + i));
        QCOMPARE(changed.at(i).at(2).value<QList<int>>(), QList<int>{Qt::DisplayRole});
    }
}

void RowSignalsTest::manyRowsInOne()
{
    QModelIndexList many = rows(100, 99 + most);
    many.prepend({});
    many.append(m_model.index(7)); // in any order
    QSignalSpy changed(&m_model, &QAbstractItemModel::dataChanged);
    announceRows(m_model, many);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed.constFirst().at(0).toModelIndex(), m_model.index(7));
    QCOMPARE(changed.constFirst().at(1).toModelIndex(), m_model.index(99 + most));
    QVERIFY(changed.constFirst().at(2).value<QList<int>>().isEmpty());
}

void RowSignalsTest::nothingOfNoRows()
{
    QSignalSpy changed(&m_model, &QAbstractItemModel::dataChanged);
    announceRows(m_model, {});
    announceRows(m_model, QModelIndexList(most + 1));
    QCOMPARE(changed.count(), 0);
}

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, RowSignalsTest)
#include "tst_rowsignals.moc"

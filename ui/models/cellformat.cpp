// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cellformat.h"

#include "core/momenttext.h"
#include "core/utc.h"
#include "inventory/apiword.h"
#include "inventory/celltext.h"
#include "inventory/kinds.h"
#include "inventory/serverstate.h"

#include <QDateTime>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

constexpr int maxDecimals = 2; // of columns that show as many as there are

/// What is left of a number on screen. Numbers of one column stand under each other, so most columns show one
/// count of decimals; the others are whole but for a few rows (512 MB of memory), where ".00" everywhere
/// would be noise.
Decimal shownPart(Decimal value, const ColumnSpec &column)
{
    return value.rounded(column.shownDecimals >= 0 ? column.shownDecimals : maxDecimals);
}

bool isServers(const InventoryTable &table)
{
    return &table.catalogue() == &serverCatalogue();
}

/// Ids are names made of digits: no separators.
bool isId(const ColumnSpec &column)
{
    const QLatin1StringView key(column.key);
    return column.isName || key == "id"_L1 || key.endsWith("_id"_L1);
}

StateMark markOfTone(Tone tone)
{
    switch (tone) {
    case Tone::Good:
        return StateMark::Running;
    case Tone::Working:
        return StateMark::Working;
    case Tone::Off:
        return StateMark::Stopped;
    case Tone::Warning:
        return StateMark::ProjectedOver;
    case Tone::Bad:
        return StateMark::Over;
    }
    return StateMark::Plain;
}

bool isOneLine(const QString &text)
{
    return std::none_of(text.cbegin(), text.cend(), [](QChar c) { return c < u' '; });
}

QDateTime toDateTime(qint64 msecsUtc)
{
    return utcFromMSecs(msecsUtc);
}

template<std::size_t N>
bool isOneOf(const QString &text, const std::array<QLatin1StringView, N> &words)
{
    return std::any_of(words.cbegin(), words.cend(), [&text](QLatin1StringView word) {
        return text.compare(word, Qt::CaseInsensitive) == 0;
    });
}

/// The sets of words are not documented (softlayer-api §11.6). What is not listed here gets the shape that
/// says nothing rather than a wrong one.
StateMark markOfWord(const QString &word)
{
    static constexpr std::array running{"ACTIVE"_L1, "RUNNING"_L1, "ON"_L1, "POWERED_ON"_L1};
    static constexpr std::array stopped{"HALTED"_L1,      "STOPPED"_L1,  "OFF"_L1,
                                        "POWERED_OFF"_L1, "PAUSED"_L1,   "SUSPENDED"_L1,
                                        "SHUT_DOWN"_L1,   "INACTIVE"_L1, "SPARE_POOL"_L1};
    static constexpr std::array working{"DEPLOY"_L1,       "DEPLOY2"_L1,   "MACWAIT"_L1,   "RECLAIM"_L1,
                                        "PROVISIONING"_L1, "RELOADING"_L1, "REBOOTING"_L1, "STARTING"_L1,
                                        "STOPPING"_L1,     "MIGRATING"_L1, "UPGRADING"_L1, "RESIZING"_L1};
    if (isOneOf(word, running))
        return StateMark::Running;
    if (isOneOf(word, stopped))
        return StateMark::Stopped;
    return isOneOf(word, working) ? StateMark::Working : StateMark::Plain;
}

} // namespace

CellFormat::CellFormat(const QLocale &locale)
    : m_locale(locale)
{
    // The C locale writes 1204.90 where everyone else's has separators; asking for them costs nobody
    // anything.
    m_locale.setNumberOptions(m_locale.numberOptions() & ~QLocale::OmitGroupSeparator);
}

/// As those who sell it count: a GB is 10^9 bytes.
bool CellFormat::isSize(const ColumnSpec &column)
{
    return column.type == ColumnType::Integer && QLatin1StringView(column.unit) == "bytes"_L1;
}

QString CellFormat::size(qint64 bytes) const
{
    constexpr int decimals = 1;
    return m_locale.formattedDataSize(bytes, decimals, QLocale::DataSizeSIFormat);
}

QString CellFormat::number(Decimal value, const ColumnSpec &column) const
{
    if (isSize(column))
        return size(value.rounded(0).mantissa());
    const Decimal shown = shownPart(value, column);
    int decimals = column.shownDecimals;
    if (decimals < 0) {
        decimals = shown.decimals();
        while (decimals > 0 && shown.rounded(decimals - 1) == shown)
            --decimals;
    }
    if (decimals == 0) // exact to the last of 17 digits, which a double is not
        return m_locale.toString(qlonglong(shown.rounded(0).mantissa()));
    // Rounded in decimal first: what toString then rounds in binary is already exact to this many decimals.
    return m_locale.toString(shown.toDouble(), 'f', decimals);
}

QString CellFormat::display(const InventoryTable &table, int row, ColumnIndex column) const
{
    if (!table.hasValue(row, column))
        return {};
    const ColumnSpec &spec = table.catalogue().column(column);
    switch (spec.type) {
    case ColumnType::Text: {
        const QString &text = table.text(row, column);
        if (spec.holdsWords)
            return word(text);
        if (spec.holdsNumbers) {
            bool isNumber = false; // and none that only a text has room for
            const qlonglong value = text.toLongLong(&isNumber);
            return isNumber ? m_locale.toString(value) : text;
        }
        return isOneLine(text) ? text : text.simplified();
    }
    case ColumnType::Integer:
        if (isSize(spec))
            return size(table.bits(row, column));
        return isId(spec) ? QString::number(table.bits(row, column))
                          : m_locale.toString(table.bits(row, column));
    case ColumnType::Decimal: {
        const QString text = number(table.decimal(row, column), spec);
        //: A percentage
        return QLatin1StringView(spec.unit) == "%"_L1 ? tr("%1 %").arg(text) : text;
    }
    case ColumnType::Flag:
        return table.bits(row, column) != 0 ? tr("Yes") : tr("No");
    case ColumnType::Timestamp:
        return momentText(toDateTime(table.bits(row, column)).toLocalTime(), m_locale);
    }
    return {};
}

QString CellFormat::stateText(const InventoryTable &table, int row, ColumnIndex column) const
{
    switch (table.cellState(row, column)) {
    case CellState::Refused:
    case CellState::Gone:
        return whyUnknown(table.cellState(row, column), false);
    case CellState::Failed:
        return tr("retry");
    case CellState::Empty:
    case CellState::Loading:
    case CellState::Stale: // what an earlier load said of it still stands
        if (isServers(table) && column == ServerColumn::PublicIp && !table.hasValue(row, column) &&
            table.hasValue(row, ServerColumn::PrivateOnly) && table.bits(row, ServerColumn::PrivateOnly) != 0)
            return tr("private only");
        break;
    case CellState::NotAsked:
    case CellState::Value:
        break;
    }
    return {};
}

QString CellFormat::whyUnknown(CellState state, bool isLoadRunning)
{
    switch (state) {
    case CellState::NotAsked:
        return isLoadRunning ? tr("waiting to be loaded") : tr("not loaded");
    case CellState::Loading:
        return tr("loading");
    case CellState::Refused:
        return tr("not permitted");
    case CellState::Failed:
        return tr("failed, can be tried again");
    case CellState::Gone:
        return tr("gone");
    case CellState::Value:
    case CellState::Empty:
    case CellState::Stale:
        break;
    }
    return {};
}

QString CellFormat::raw(const InventoryTable &table, int row, ColumnIndex column) const
{
    return rawText(table, row, column);
}

QString CellFormat::full(const InventoryTable &table, int row, ColumnIndex column) const
{
    if (!table.hasValue(row, column))
        return {};
    switch (table.catalogue().column(column).type) {
    case ColumnType::Text:
        return table.catalogue().column(column).holdsWords ? QString() : table.text(row, column);
    case ColumnType::Decimal: {
        const Decimal value = table.decimal(row, column);
        const QString digits = m_locale.toString(value.toDouble(), 'f', value.decimals());
        return value == shownPart(value, table.catalogue().column(column)) ? QString() : digits;
    }
    case ColumnType::Timestamp:
        return m_locale.toString(toDateTime(table.bits(row, column)).toLocalTime(), QLocale::LongFormat);
    case ColumnType::Integer:
        return isSize(table.catalogue().column(column)) ? tr("%1 bytes").arg(count(table.bits(row, column)))
                                                        : QString();
    case ColumnType::Flag:
        break;
    }
    return {};
}

QString CellFormat::sum(const ColumnSum &sum, const ColumnSpec &column) const
{
    if (sum.known == 0)
        return {};
    const QString text = number(sum.sum, column);
    //: A sum of which some parts are not known: at least this much.
    return sum.known < sum.total ? tr("≥ %1").arg(text) : text;
}

QString CellFormat::count(qint64 number) const
{
    return m_locale.toString(number);
}

QString CellFormat::groupDetail(const Arrangement::Group &group, const TableSpec &table) const
{
    QString text = table.countedRows(group.rows.size());
    if (group.loadedRows < group.rows.size())
        text += u" · " + tr("%1 loaded").arg(count(group.loadedRows));
    return text;
}

QString CellFormat::groupName(const Arrangement::Group &group, const ColumnSpec &column) const
{
    if (group.isUnknown)
        return tr("Not known");
    if (group.isEmpty)
        return tr("None");
    return column.holdsWords ? word(group.key) : group.key;
}

StateMark CellFormat::mark(const InventoryTable &table, int row)
{
    if (&table.catalogue() == &poolCatalogue())
        return markOf(table.catalogue(), PoolColumn::Over, table.text(row, PoolColumn::Over));
    if (!isServers(table))
        return StateMark::Unknown;
    if (!table.text(row, ServerColumn::Transaction).isEmpty())
        return StateMark::Working;
    return markOf(table.key(row).kind, table.text(row, ServerColumn::State));
}

StateMark CellFormat::markOf(RowKind kind, const QString &state)
{
    if (state.isEmpty())
        return StateMark::Unknown;
    return tellsWhetherItRuns(kind, state) ? markOfWord(state) : StateMark::Plain;
}

StateMark CellFormat::markOf(const Catalogue &catalogue, ColumnIndex column, const QString &text)
{
    if (&catalogue == &poolCatalogue() && column == PoolColumn::Over)
        return text == "now"_L1         ? StateMark::Over
               : text == "projected"_L1 ? StateMark::ProjectedOver
               : text.isEmpty()         ? StateMark::Unknown
                                        : StateMark::Plain;
    const std::span<const WordTone> tones = catalogue.column(column).tones;
    if (tones.empty() || text.isEmpty())
        return StateMark::Unknown;
    const auto known = std::find_if(tones.begin(), tones.end(), [&text](const WordTone &tone) {
        return text.compare(QLatin1StringView(tone.word), Qt::CaseInsensitive) == 0;
    });
    return known != tones.end() ? markOfTone(known->tone) : StateMark::Plain;
}

QString CellFormat::stateInFull(const QString &state, const QString &transaction)
{
    if (transaction.isEmpty())
        return state;
    if (state.isEmpty())
        //: %1 is what is being done to a server, in the API's words: "Service setup pending"
        return tr("In progress: %1").arg(transaction);
    //: %1 is a server's state, "Active"; %2 what is being done to it, in the API's words
    return tr("%1, in progress: %2").arg(state, transaction);
}

QString CellFormat::word(const QString &raw)
{
    return apiWord(raw);
}

QString CellFormat::moment(const QDateTime &utc, const QDateTime &nowUtc)
{
    if (!utc.isValid())
        return {};
    const QDateTime local = utc.toLocalTime();
    const QLocale locale;
    const bool isToday = local.date() == nowUtc.toLocalTime().date();
    return isToday ? timeOfDayText(local.time(), locale) : momentText(local, locale);
}

} // namespace layerscope

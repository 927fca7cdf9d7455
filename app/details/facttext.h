// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/timestamp.h"
#include "core/decimal.h"

#include <QCoreApplication>
#include <QLocale>
#include <QString>

namespace layerscope {

/// Amounts with their units as people read them in a line of facts. Holds the locale; a value.
class FactText
{
    Q_DECLARE_TR_FUNCTIONS(layerscope::FactText)

public:
    explicit FactText(const QLocale &locale = QLocale());

    [[nodiscard]] QString whole(qint64 number) const;
    /// "$1,204.90"; fractions of a cent, as hourly fees have, are kept.
    [[nodiscard]] QString dollars(Decimal amount) const;
    /// Traffic, as the API has it: "1,250.2 GB"; small amounts keep two digits that say something: "0.061
    /// GB".
    [[nodiscard]] QString gigabytes(Decimal amount) const;
    /// Memory of a virtual server, which comes in MB: "4 GB", "512 MB".
    [[nodiscard]] QString memory(qint64 megabytes) const;
    /// From Mbit/s: "10 Gbit/s", "100 Mbit/s".
    [[nodiscard]] QString speed(qint64 megabits) const;
    /// "42.3 %" of a whole that is not zero.
    [[nodiscard]] QString share(Decimal part, Decimal whole) const;
    /// In local time, short.
    [[nodiscard]] QString moment(Timestamp time) const;
    [[nodiscard]] static QString yesNo(bool flag);
    /// "4 × 2,000 GB SATAIII"; one is not counted.
    [[nodiscard]] QString times(qint64 count, const QString &thing) const;
    /// A word of the API: "SPARE_POOL" → "Spare pool", as tables show it: apiWord().
    [[nodiscard]] static QString word(const QString &raw);

private:
    [[nodiscard]] QString number(Decimal value, int decimals) const;

    QLocale m_locale;
};

} // namespace layerscope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "details/bandwidthhistory.h"
#include "panels/chartscale.h"
#include "panels/usagefacts.h"

#include <QCoreApplication>
#include <QLocale>
#include <QString>

namespace layerscope {

/// Traffic and days as people read them. Holds the locale so that it is looked up once.
class BandwidthText
{
    Q_DECLARE_TR_FUNCTIONS(layerscope::BandwidthText)

public:
    explicit BandwidthText(const QLocale &locale = QLocale());

    /// With as many decimals as its size deserves: "1,337", "980.4", "2.75", "0".
    [[nodiscard]] QString number(double value) const;
    /// "GB"
    [[nodiscard]] static QString unit(TrafficUnit unit);
    /// In its own unit: "81.2 GB", "640 KB".
    [[nodiscard]] QString amount(double bytes) const;
    /// Of a cycle, in gigabytes however little it is, as the tables have it: "812 GB", "0.05 GB".
    [[nodiscard]] QString total(double bytes) const;

    /// "22 Jan" in the locale's order, for axes. Days are days of UTC.
    [[nodiscard]] QString day(Timestamp begin) const;
    /// "22 Jan · out 81.2 GB · in 12.5 GB", or "22 Jan · no data".
    [[nodiscard]] QString dayLine(const BandwidthDay &day) const;
    /// "By 22 Jan · out 812 GB · in 125 GB"; "≥" if a day before has no data.
    [[nodiscard]] QString cumulativeLine(const BandwidthHistory &history, int day) const;

    /// "980.4 GB out · projected 1,337 GB · of 20,000 GB": what is known of it. Blanks inside a part do not
    /// break.
    [[nodiscard]] QString summary(const UsageFacts &facts,
                                  const std::optional<BandwidthHistory> &history) const;
    /// The whole chart in sentences, for those who do not see it.
    [[nodiscard]] QString description(const BandwidthHistory &history) const;

private:
    [[nodiscard]] QString total(Decimal gb) const { return total(gb.toDouble() * bytesPerGb); }
    /// Of a sum that is not whole. Less than a total can say keeps its own unit.
    [[nodiscard]] QString atLeast(qint64 bytes) const;
    [[nodiscard]] QString known(std::optional<qint64> bytes) const;

    QLocale m_locale;
    QString m_dayFormat;
};

} // namespace layerscope

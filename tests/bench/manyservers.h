// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/inventory/tablebuilder.h"

#include <QElapsedTimer>

#include <time.h>

#include <algorithm>
#include <cstdio>
#include <vector>

namespace layerscope {

/// A server with a value in 24 columns, as believable as a benchmark needs: names and addresses of its own,
/// few systems.
inline RowPatch manyServersRow(int i)
{
    using namespace Qt::Literals::StringLiterals;
    using namespace ServerColumn;
    static const char *const roles[] = {"web", "db", "cache", "build", "mail", "api"};
    static const char *const systems[] = {"Debian 12", "Ubuntu 22.04-64 Minimal", "Windows 2019 Standard",
                                          "RHEL 8.6"};
    const QString role = QString::fromLatin1(roles[i % 6]);
    const QString hostname = role + QString::number((i * 7919LL) % 1'000'003);
    const QString domain = u"dept%1.example.com"_s.arg(i % 20);
    RowPatch patch =
        makePatch(i % 2 == 0 ? RowKind::BareMetal : RowKind::Virtual, 1'400'000 + i,
                  {{Hostname, hostname},
                   {Domain, domain},
                   {Fqdn, QString(hostname + u'.' + domain)},
                   {State, text(i % 9 == 0 ? "DEPLOY2" : "ACTIVE")},
                   {Datacenter, u"dc%1"_s.arg(i % 40, 2, 10, QChar(u'0'))},
                   {PublicIp, u"192.%1.%2.%3"_s.arg(i / 62'500 % 250).arg(i / 250 % 250).arg(i % 250)},
                   {PrivateIp, u"10.%1.%2.%3"_s.arg(i / 62'500 % 250).arg(i / 250 % 250).arg(i % 250)},
                   {PrivateOnly, false},
                   {Cores, qint64(1) << (i % 7)},
                   {MemoryGb, Decimal(qint64(1) << (i % 9), 0)},
                   {Os, text(systems[i % 4])},
                   {Tags, u"team%1;production"_s.arg(i % 50)},
                   {Pool, i % 3 == 0 ? text("EU pool") : CellValue()},
                   {PoolId, i % 3 == 0 ? CellValue(qint64(309'001)) : CellValue()},
                   {FeeMonthUsd, Decimal(i * 7919LL % 500'000, 2)},
                   {OutPublicGb, Decimal(i * 104'729LL % 100'000'000, 5)}});
    return patch;
}

/// Columns that are not in the default view.
inline RowPatch manyServersExtras(int i)
{
    using namespace Qt::Literals::StringLiterals;
    using namespace ServerColumn;
    RowPatch patch = makePatch(i % 2 == 0 ? RowKind::BareMetal : RowKind::Virtual, 1'400'000 + i,
                               {{Notes, i % 10 == 0 ? text("moved, see \"ticket 5\"") : CellValue()},
                                {Created, Timestamp{1'600'000'000'000 + i * 100'000LL}},
                                {Owner, u"1234567_user%1@example.com"_s.arg(i % 30)},
                                {GlobalId, u"5b0f7c1e-7b7e-4c5f-9d0e-%1"_s.arg(i, 12, 16, QChar(u'0'))}});
    patch.loaded.reset(ServerGroup::Identity);
    return patch;
}

inline double medianOf(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

/// Processor time of this thread, in nanoseconds: what other programs take does not count.
inline qint64 threadTime()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return qint64(now.tv_sec) * 1'000'000'000 + now.tv_nsec;
}

/// Median of the runs, in milliseconds of this thread's processor time.
template<class Work>
double medianUsedMs(int runs, Work work)
{
    std::vector<double> times;
    for (int run = 0; run < runs; ++run) {
        const qint64 before = threadTime();
        work();
        times.push_back(static_cast<double>(threadTime() - before) / 1e6);
    }
    return medianOf(times);
}

/// Median of the runs, in milliseconds.
template<class Work>
double medianMs(int runs, Work work)
{
    std::vector<double> times;
    for (int run = 0; run < runs; ++run) {
        QElapsedTimer timer;
        timer.start();
        work();
        times.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    return medianOf(times);
}

} // namespace layerscope

// SPDX-License-Identifier: GPL-3.0-or-later
// Object filters and limits, as the simulated API reads them; a zero byte parts the two.
#include "demo/rowselection.h"
#include "demo/wirefilter.h"

using namespace layerscope;
using namespace layerscope::demo;
using namespace Qt::Literals::StringLiterals;

extern "C" int LLVMFuzzerTestOneInput(const quint8 *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const qsizetype end = bytes.indexOf('\0');
    const Result<ResultLimit, WireError> limit =
        ResultLimit::parse(end < 0 ? QString() : QString::fromUtf8(bytes.sliced(end + 1)));
    if (limit && (limit->offset < 0 || limit->count.value_or(0) < 0))
        qFatal("a limit below nothing");

    const JsonObject row{{u"id"_s, 17},
                         {u"hostname"_s, u"db01"_s},
                         {u"provisionDate"_s, u"2026-03-01T12:00:00-06:00"_s},
                         {u"datacenter"_s, JsonObject{{u"name"_s, u"dal10"_s}}}};
    for (const auto paths : {WireFilter::UnknownPaths::Ignored, WireFilter::UnknownPaths::Refused}) {
        const Result<WireFilter, WireError> filter =
            WireFilter::parse(QString::fromUtf8(bytes.left(end)), u"hardware"_s,
                              findType(u"SoftLayer_Hardware_Server"_s), paths);
        if (!filter)
            continue;
        std::ignore = filter->matches([&row](const QString &property) { return row.value(property); });
        std::ignore = filter->pruned(u"datacenter"_s, row.value(u"datacenter"_s));
    }
    return 0;
}

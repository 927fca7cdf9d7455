// SPDX-License-Identifier: GPL-3.0-or-later
// Object masks, as the simulated API reads them.
#include "demo/maskparser.h"

using namespace layerscope;

extern "C" int LLVMFuzzerTestOneInput(const quint8 *data, std::size_t size)
{
    const QString text =
        QString::fromUtf8(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const Result<demo::MaskTree, demo::WireError> first = demo::parseMask(text);
    const Result<demo::MaskTree, demo::WireError> second = demo::parseMask(text);
    if (first.has_value() != second.has_value() || (first && !(*first == *second)))
        qFatal("a mask that is read in two ways");
    return 0;
}

// SPDX-License-Identifier: GPL-3.0-or-later
// The words of the filter field. The first byte chooses the catalogue.
#include "inventory/rowfilter.h"

#include <array>

using namespace layerscope;

extern "C" int LLVMFuzzerTestOneInput(const quint8 *data, std::size_t size)
{
    if (size == 0)
        return 0;
    static const std::array<const Catalogue *, 3> catalogues{&serverCatalogue(), &poolCatalogue(),
                                                             &memberCatalogue()};
    const Catalogue &catalogue = *catalogues[data[0] % catalogues.size()];
    const QString text =
        QString::fromUtf8(reinterpret_cast<const char *>(data + 1), static_cast<qsizetype>(size - 1));
    const RowFilter filter = RowFilter::parse(text, catalogue);
    if (!filter.narrows(filter) || filter.isEmpty() != filter.terms().empty())
        qFatal("a filter that does not narrow itself");
    if (!(RowFilter::parse(text, catalogue) == filter))
        qFatal("a filter that is read in two ways");
    for (const FilterTerm &term : filter.terms()) {
        if ((term.columns >> static_cast<std::size_t>(catalogue.columnCount())).any())
            qFatal("a column that the catalogue does not have");
    }
    return 0;
}

// SPDX-License-Identifier: GPL-3.0-or-later
// The words of the filter field, what is said of them, and what they may go on with. The first byte chooses
// the catalogue.
#include "inventory/filtercompletion.h"
#include "inventory/filterremark.h"
#include "inventory/rowfilter.h"
#include "inventory/rowmatcher.h"

#include <array>

using namespace layerscope;

namespace {

void checkTerm(const FilterTerm &term, const Catalogue &catalogue)
{
    if ((term.columns >> static_cast<std::size_t>(catalogue.columnCount())).any())
        qFatal("a column that the catalogue does not have");
    if (term.words.isEmpty() && !term.looksAtStates())
        qFatal("a word that says nothing");
    if (term.isPlainWord() && (term.looksAtStates() || term.words.size() != 1))
        qFatal("a plain word that is more than one");
}

void checkRemarks(const QString &text, const Catalogue &catalogue, const Catalogue *below)
{
    qsizetype before = 0;
    for (const FilterRemark &remark : filterRemarks(text, catalogue, below, QLocale::c())) {
        if (remark.from < before || remark.length < 1 || remark.from + remark.length > text.size())
            qFatal("a remark on no part of the text");
        if (remark.sentence.isEmpty())
            qFatal("a remark that says nothing");
        before = remark.from;
    }
}

void checkCompletion(const QString &text, qsizetype cursor, const InventoryTable &table)
{
    const FilterCompletion completion = filterCompletion(text, cursor, table);
    if (completion.words.isEmpty())
        return;
    if (completion.from < 0 || completion.from + completion.length != cursor)
        qFatal("words in place of something that is not before the cursor");
    if (completion.words.contains(QString()))
        qFatal("a word that is none");
}

} // namespace

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
    if (!filter.narrows(filter) || filter.isEmpty() != filter.alternatives().empty())
        qFatal("a filter that does not narrow itself");
    if (!(RowFilter::parse(text, catalogue) == filter))
        qFatal("a filter that is read in two ways");
    for (const RowFilter::Terms &terms : filter.alternatives()) {
        if (terms.empty())
            qFatal("an alternative without words");
        for (const FilterTerm &term : terms)
            checkTerm(term, catalogue);
    }
    const InventoryTable table(catalogue);
    (void)RowMatcher(filter, table, {}, QLocale::c());
    checkRemarks(text, catalogue, &catalogue == &poolCatalogue() ? &memberCatalogue() : nullptr);
    for (const qsizetype cursor : {qsizetype{0}, text.size() / 2, text.size()})
        checkCompletion(text, cursor, table);
    return 0;
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/simplelist.h"

#include "demo/billingledger.h"

namespace layerscope::demo {

namespace {

std::unique_ptr<WholeRows> source(const SimulatedAccount &account)
{
    return std::make_unique<BillingLedger>(account);
}

} // namespace

extern const SimpleList billingitemsList;
const SimpleList billingitemsList{.relation = "nextInvoiceTopLevelBillingItems", .source = source};

} // namespace layerscope::demo

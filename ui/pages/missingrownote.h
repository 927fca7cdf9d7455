// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/rowkey.h"
#include "widgets/banner.h"

#include <optional>

namespace layerscope {

class AccountSession;

/// Says of a row that somebody wanted to see that its list does not have it, or not yet; follows the load
/// until the row is there or nobody wants it any more: who closes it does not. GUI thread.
class MissingRowNote final : public Banner
{
    Q_OBJECT

public:
    /// `session` outlives it.
    explicit MissingRowNote(AccountSession &session, QWidget *parent = nullptr);

    /// The row, of a table with a page, was to be shown; it says nothing if the table has it.
    void miss(RowKey key);
    /// It was shown, or the person went elsewhere.
    void forget();

private:
    [[nodiscard]] bool isListing() const;
    void follow();
    void sayIt();

    AccountSession &m_session;
    std::optional<RowKey> m_key;
    bool m_isListing = false; ///< As it was said.
};

} // namespace layerscope

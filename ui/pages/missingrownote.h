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

    /// The row, of a table with a page, was to be shown; it says nothing if the table has it. Calls it by the
    /// name that rows of other tables give it. O(rows).
    void miss(RowKey key);
    /// It was shown, or the person went elsewhere.
    void forget();

private:
    [[nodiscard]] bool isListing() const;
    void follow();
    void sayIt();
    /// How the row is told of: “fcr01a.dal10”, else by its number.
    [[nodiscard]] QString row() const;

    AccountSession &m_session;
    std::optional<RowKey> m_key;
    QString m_name;           ///< Empty: nobody names it.
    bool m_isListing = false; ///< As it was said.
};

} // namespace layerscope

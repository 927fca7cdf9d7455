// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/accountchoice.h"

#include <QList>
#include <QWidget>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace layerscope {

class AccountBook;
class AccountList;
class MutedLabel;

/// What is seen while no account is open: what Layerscope is for, the accounts that the person has set up,
/// and a card for each way to begin. Follows the book.
class StartPage : public QWidget
{
    Q_OBJECT

public:
    /// `book` may be nullptr: then nothing can be connected, and there are only the choices. It outlives
    /// this.
    explicit StartPage(const QList<AccountChoice> &choices, AccountBook *book = nullptr,
                       QWidget *parent = nullptr);

    /// Under the cards: why the last choice did not open, or how to get more choices.
    void setNote(const QString &sentence);

Q_SIGNALS:
    /// The id of an account or of a choice.
    void accountWanted(const QString &id);
    void connectWanted();
    void manageWanted();

protected:
    void showEvent(QShowEvent *event) override;

private:
    [[nodiscard]] QWidget *makeContent();
    [[nodiscard]] QWidget *makeAccounts(AccountBook &book);
    void addCard(QHBoxLayout &cards, const QString &name, const QString &title, const QString &text,
                 const QString &action, const std::function<void()> &chosen);
    void showAccounts();

    QLabel *m_headline;
    MutedLabel *m_promise;
    QWidget *m_accounts = nullptr; ///< All that is about them; nullptr without a book.
    AccountList *m_list = nullptr;
    QPushButton *m_first = nullptr; ///< Of the first card.
    QLabel *m_note;
};

} // namespace layerscope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/account.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QRadioButton;
class QToolButton;

namespace layerscope {

class FileChooser;

/// The fields of an account: key, name and, folded away, how to get to the API. Knows nothing of checking and
/// keeping. GUI thread.
class ConnectionForm final : public QWidget
{
    Q_OBJECT

public:
    explicit ConnectionForm(FileChooser &files, QWidget *parent = nullptr);

    void setAccount(const Account &account);
    /// Whether empty fields of secrets mean those that are kept.
    void setKeyStored(bool stored);
    /// What the fields say; the id is that of setAccount(). Errors: InvalidRequest with a sentence, for an
    /// endpoint that is none.
    [[nodiscard]] Result<Account> account() const;
    /// As typed, without blanks around; empty fields are those of `stored`.
    [[nodiscard]] AccountSecrets secrets(const AccountSecrets &stored) const;

    [[nodiscard]] QString name() const;
    void setName(const QString &name);

    void setOptionsShown(bool shown);
    /// Puts the cursor where this has to be mended, unfolding what hides it.
    void focusCauseOf(const ApiError &error);
    void focusFirstEmpty();
    void focusName();
    /// Forgets the secrets that were typed.
    void clearSecrets();

Q_SIGNALS:
    /// Something that makes another connection.
    void connectionEdited();
    /// The rows have another height.
    void folded();

private:
    QWidget *makeKeyRows(QFormLayout &form);
    QWidget *makeOptions();
    QLineEdit *addEdit(QFormLayout &form, const QString &label, const QString &name);
    void showKind();
    void showOptions();
    void chooseCaFile();
    [[nodiscard]] QString proxyAddress() const;

    FileChooser &m_files;
    QString m_id;
    bool m_isKeyStored = false;
    bool m_areOptionsShown = false;
    QRadioButton *m_classic = nullptr;
    QRadioButton *m_ibmCloud = nullptr;
    QLineEdit *m_user = nullptr;
    QString m_classicUser; ///< While the field shows "apikey"
    QLineEdit *m_key = nullptr;
    QLineEdit *m_name = nullptr;
    QCheckBox *m_keychain = nullptr;
    QToolButton *m_unfold = nullptr;
    QWidget *m_options = nullptr;
    QFormLayout *m_optionRows = nullptr;
    QComboBox *m_endpoint = nullptr;
    QLineEdit *m_address = nullptr;
    QComboBox *m_proxy = nullptr;
    QLabel *m_loopbackNote = nullptr; ///< Why a proxy that is chosen is not asked
    QLineEdit *m_proxyAddress = nullptr;
    QLineEdit *m_proxyUser = nullptr;
    QLineEdit *m_proxyPassword = nullptr;
    QLineEdit *m_caFile = nullptr;
};

} // namespace layerscope

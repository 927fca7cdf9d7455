// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/connectionform.h"

#include "api/proxyaddress.h"
#include "dialogs/filechooser.h"
#include "widgets/fieldbuttons.h"
#include "widgets/mutedplaceholder.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

constexpr int charactersOfAKey = 62; // of a classic one nearly all

enum EndpointIndex { PublicEndpoint, PrivateEndpoint, OtherEndpoint };
enum ProxyIndex { SystemProxy, NoProxy, OwnProxy };

void makeSecret(QLineEdit &edit)
{
    edit.setEchoMode(QLineEdit::Password);
    edit.setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText |
                             Qt::ImhNoAutoUppercase);
}

} // namespace

ConnectionForm::ConnectionForm(FileChooser &files, QWidget *parent)
    : QWidget(parent)
    , m_files(files)
{
    auto *rows = new QFormLayout;
    makeKeyRows(*rows);
    m_unfold = new QToolButton(this); // after the rows above it, so that Tab comes to it after them
    m_unfold->setObjectName(u"connectOptions"_s);
    m_unfold->setText(tr("More options"));
    m_unfold->setToolTip(tr("Endpoint, proxy and company certificates"));
    m_unfold->setAutoRaise(true);
    m_unfold->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_unfold->setFocusPolicy(Qt::TabFocus);
    m_options = makeOptions();

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(rows);
    column->addWidget(m_unfold, 0, Qt::AlignLeft);
    column->addWidget(m_options);

    // Both blocks of rows have one left edge for their fields.
    int widest = 0;
    QList<QWidget *> labels;
    for (QFormLayout *form : {rows, m_optionRows}) {
        for (int row = 0; row < form->rowCount(); ++row) {
            const QLayoutItem *item = form->itemAt(row, QFormLayout::LabelRole);
            if (item != nullptr && item->widget() != nullptr) {
                labels.append(item->widget());
                widest = qMax(widest, item->widget()->sizeHint().width());
            }
        }
    }
    for (QWidget *label : std::as_const(labels))
        label->setMinimumWidth(widest);

    connect(m_unfold, &QToolButton::clicked, this, [this] { setOptionsShown(!m_areOptionsShown); });
    showKind();
    showOptions();
}

QWidget *ConnectionForm::makeKeyRows(QFormLayout &form)
{
    m_classic = new QRadioButton(tr("&Classic API key"), this);
    m_classic->setObjectName(u"connectClassic"_s);
    m_classic->setChecked(true);
    m_ibmCloud = new QRadioButton(tr("&IBM Cloud API key"), this);
    m_ibmCloud->setObjectName(u"connectIbmCloud"_s);
    auto *kinds = new QHBoxLayout;
    kinds->setSpacing(fontMetrics().height());
    kinds->addWidget(m_classic);
    kinds->addWidget(m_ibmCloud);
    kinds->addStretch(1);
    form.addRow(tr("Kind of key:"), kinds);

    m_user = addEdit(form, tr("&User name:"), u"connectUser"_s);
    m_user->setMinimumWidth(fontMetrics().averageCharWidth() * charactersOfAKey);
    m_key = addEdit(form, tr("API &key:"), u"connectKey"_s);
    makeSecret(*m_key);
    auto *show = new QCheckBox(tr("&Show"), this);
    setTabOrder(m_key, show);
    show->setObjectName(u"connectShowKey"_s);
    connect(show, &QCheckBox::toggled, m_key,
            [this](bool shown) { m_key->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password); });
    auto *keyLine = new QHBoxLayout;
    int row = 0;
    QFormLayout::ItemRole role = QFormLayout::FieldRole;
    form.getWidgetPosition(m_key, &row, &role);
    form.removeWidget(m_key);
    keyLine->addWidget(m_key, 1);
    keyLine->addWidget(show);
    form.setLayout(row, QFormLayout::FieldRole, keyLine);

    m_name = addEdit(form, tr("&Name:"), u"connectName"_s);
    m_name->setPlaceholderText(tr("The company's, once the key is checked"));
    m_keychain = new QCheckBox(tr("Keep the key in the system's ke&ychain"), this);
    m_keychain->setObjectName(u"connectKeychain"_s);
    m_keychain->setToolTip(tr("Else it is forgotten when Layerscope ends. It is never written to a file."));
    m_keychain->setChecked(true);
    form.addRow(QString(), m_keychain);

    for (QRadioButton *kind : {m_classic, m_ibmCloud})
        connect(kind, &QRadioButton::toggled, this, [this](bool chosen) {
            if (chosen)
                showKind();
        });
    for (QLineEdit *edit : {m_user, m_key})
        connect(edit, &QLineEdit::textEdited, this, &ConnectionForm::connectionEdited);
    return m_keychain;
}

QWidget *ConnectionForm::makeOptions()
{
    auto *box = new QWidget(this);
    m_optionRows = new QFormLayout(box);
    m_optionRows->setContentsMargins(0, 0, 0, 0);

    m_endpoint = new QComboBox(box);
    m_endpoint->setObjectName(u"connectEndpoint"_s);
    m_endpoint->addItems({tr("Public"), tr("Private network, over VPN"), tr("Another address")});
    m_optionRows->addRow(tr("&Endpoint:"), m_endpoint);
    m_address = addEdit(*m_optionRows, tr("A&ddress:"), u"connectAddress"_s);
    m_address->setPlaceholderText(Connection::publicEndpoint().toString());

    m_proxy = new QComboBox(box);
    m_proxy->setObjectName(u"connectProxy"_s);
    m_proxy->addItems({tr("As the system says"), tr("None"), tr("This one")});
    m_optionRows->addRow(tr("&Proxy:"), m_proxy);
    m_loopbackNote = new QLabel(tr("Not used: this computer is reached without a proxy."), box);
    m_loopbackNote->setObjectName(u"connectLoopbackNote"_s);
    m_loopbackNote->setWordWrap(true);
    m_optionRows->addRow(QString(), m_loopbackNote);
    m_proxyAddress = addEdit(*m_optionRows, tr("Pro&xy address:"), u"connectProxyAddress"_s);
    m_proxyAddress->setPlaceholderText(u"proxy.example.com:3128"_s);
    m_proxyUser = addEdit(*m_optionRows, tr("Proxy use&r:"), u"connectProxyUser"_s);
    m_proxyUser->setPlaceholderText(tr("If it asks for one"));
    m_proxyPassword = addEdit(*m_optionRows, tr("Proxy pass&word:"), u"connectProxyPassword"_s);
    makeSecret(*m_proxyPassword);

    m_caFile = new QLineEdit(box);
    m_caFile->setObjectName(u"connectCaFile"_s);
    m_caFile->setPlaceholderText(tr("Only if your company inspects TLS"));
    new MutedPlaceholder(m_caFile);
    addClearButton(*m_caFile);
    auto *choose = new QPushButton(tr("C&hoose …"), box);
    choose->setObjectName(u"connectChooseCa"_s);
    choose->setAutoDefault(false);
    auto *caLine = new QHBoxLayout;
    caLine->addWidget(m_caFile, 1);
    caLine->addWidget(choose);
    m_optionRows->addRow(tr("C&A file:"), caLine);
    if (auto *label = qobject_cast<QLabel *>(m_optionRows->labelForField(caLine)))
        label->setBuddy(m_caFile);

    for (QComboBox *choice : {m_endpoint, m_proxy}) {
        connect(choice, &QComboBox::currentIndexChanged, this, &ConnectionForm::showOptions);
        connect(choice, &QComboBox::activated, this, &ConnectionForm::connectionEdited);
    }
    connect(m_address, &QLineEdit::textChanged, this, &ConnectionForm::showOptions);
    for (QLineEdit *edit : {m_address, m_proxyAddress, m_proxyUser, m_proxyPassword, m_caFile})
        connect(edit, &QLineEdit::textChanged, this, &ConnectionForm::connectionEdited);
    connect(choose, &QPushButton::clicked, this, &ConnectionForm::chooseCaFile);
    return box;
}

QLineEdit *ConnectionForm::addEdit(QFormLayout &form, const QString &label, const QString &name)
{
    auto *edit = new QLineEdit(this);
    edit->setObjectName(name);
    new MutedPlaceholder(edit);
    form.addRow(label, edit);
    return edit;
}

void ConnectionForm::setAccount(const Account &account)
{
    const QSignalBlocker blocker(this); // nobody edited anything
    m_id = account.id;
    m_classicUser = account.userName;
    m_user->setText(account.userName);
    (account.keyKind == Account::KeyKind::Classic ? m_classic : m_ibmCloud)->setChecked(true);
    m_name->setText(account.name);
    m_keychain->setChecked(account.keyPlace == Account::KeyPlace::Keychain);

    m_endpoint->setCurrentIndex(account.restBase == Connection::publicEndpoint()    ? PublicEndpoint
                                : account.restBase == Connection::privateEndpoint() ? PrivateEndpoint
                                                                                    : OtherEndpoint);
    if (m_endpoint->currentIndex() == OtherEndpoint)
        m_address->setText(account.restBase.toString());
    m_proxy->setCurrentIndex(account.proxyUse == Account::ProxyUse::System ? SystemProxy
                             : account.proxyUse == Account::ProxyUse::None ? NoProxy
                                                                           : OwnProxy);
    const Result<ProxyAddress> proxy = ProxyAddress::parse(account.proxyAddress);
    m_proxyUser->setText(proxy ? proxy->user : QString());
    m_proxyAddress->setText(!proxy               ? account.proxyAddress
                            : proxy->isEncrypted ? u"https://"_s + proxy->hostAndPort()
                                                 : proxy->hostAndPort());
    m_caFile->setText(QDir::toNativeSeparators(account.caFile));
    showKind();
    setOptionsShown(m_endpoint->currentIndex() != PublicEndpoint || m_proxy->currentIndex() != SystemProxy ||
                    !account.caFile.isEmpty());
    showOptions();
}

void ConnectionForm::setKeyStored(bool stored)
{
    m_isKeyStored = stored;
    m_key->setPlaceholderText(stored ? tr("Unchanged") : QString());
    m_proxyPassword->setPlaceholderText(stored && !m_proxyUser->text().isEmpty() ? tr("Unchanged")
                                                                                 : QString());
}

Result<Account> ConnectionForm::account() const
{
    Account account;
    account.id = m_id;
    account.name = name();
    account.keyKind = m_classic->isChecked() ? Account::KeyKind::Classic : Account::KeyKind::IbmCloud;
    account.userName = m_classic->isChecked() ? m_user->text().trimmed() : QString();
    account.keyPlace = m_keychain->isChecked() ? Account::KeyPlace::Keychain : Account::KeyPlace::Session;
    account.caFile = QDir::fromNativeSeparators(m_caFile->text().trimmed());
    if (m_endpoint->currentIndex() == OtherEndpoint) {
        const Result<QUrl> base = Connection::restBaseFrom(m_address->text());
        if (!base)
            return Unexpected(base.error());
        account.restBase = *base;
    } else {
        account.restBase = m_endpoint->currentIndex() == PrivateEndpoint ? Connection::privateEndpoint()
                                                                         : Connection::publicEndpoint();
    }
    account.proxyUse = m_proxy->currentIndex() == SystemProxy ? Account::ProxyUse::System
                       : m_proxy->currentIndex() == NoProxy   ? Account::ProxyUse::None
                                                              : Account::ProxyUse::Own;
    if (account.proxyUse == Account::ProxyUse::Own)
        account.proxyAddress = proxyAddress();
    return account;
}

/// Of host and user; a password that somebody typed into the address goes with secrets(). What is no address
/// stays as typed, without anything that may be a password.
QString ConnectionForm::proxyAddress() const
{
    const QString text = m_proxyAddress->text().trimmed();
    Result<ProxyAddress> address = ProxyAddress::parse(text);
    if (!address)
        return text.sliced(text.lastIndexOf(u'@') + 1);
    if (!m_proxyUser->text().trimmed().isEmpty())
        address->user = m_proxyUser->text().trimmed();
    return address->withoutPassword();
}

AccountSecrets ConnectionForm::secrets(const AccountSecrets &stored) const
{
    AccountSecrets secrets{m_key->text().trimmed(), m_proxyPassword->text()};
    if (secrets.apiKey.isEmpty())
        secrets.apiKey = stored.apiKey;
    if (m_proxy->currentIndex() != OwnProxy) {
        secrets.proxyPassword.clear();
    } else if (secrets.proxyPassword.isEmpty()) {
        const Result<ProxyAddress> typed = ProxyAddress::parse(m_proxyAddress->text());
        secrets.proxyPassword = typed && !typed->password.isEmpty() ? typed->password : stored.proxyPassword;
    }
    return secrets;
}

QString ConnectionForm::name() const
{
    return m_name->text().trimmed();
}

void ConnectionForm::setName(const QString &name)
{
    m_name->setText(name);
}

void ConnectionForm::setOptionsShown(bool shown)
{
    if (std::exchange(m_areOptionsShown, shown) != shown)
        showOptions();
}

void ConnectionForm::focusCauseOf(const ApiError &error)
{
    QWidget *field = m_key;
    switch (error.kind) {
    case ApiError::Kind::Offline:
    case ApiError::Kind::Timeout:
    case ApiError::Kind::BadResponse:
        field = m_endpoint->currentIndex() == OtherEndpoint ? static_cast<QWidget *>(m_address) : m_endpoint;
        break;
    case ApiError::Kind::Proxy:
        field = m_proxy->currentIndex() == OwnProxy ? static_cast<QWidget *>(m_proxyAddress) : m_proxy;
        break;
    case ApiError::Kind::Tls:
    case ApiError::Kind::Storage:
        field = m_caFile;
        break;
    case ApiError::Kind::InvalidRequest:
        focusFirstEmpty();
        return;
    default:
        break;
    }
    if (m_options->isAncestorOf(field))
        setOptionsShown(true);
    field->setFocus(Qt::OtherFocusReason);
    if (auto *edit = qobject_cast<QLineEdit *>(field))
        edit->selectAll();
}

void ConnectionForm::focusFirstEmpty()
{
    for (QLineEdit *edit : {m_user, m_key, m_address, m_proxyAddress}) {
        const bool isWanted =
            edit->isVisibleTo(this) && edit->isEnabled() && (edit != m_key || !m_isKeyStored);
        if (isWanted && edit->text().trimmed().isEmpty()) {
            edit->setFocus(Qt::OtherFocusReason);
            return;
        }
    }
    m_key->setFocus(Qt::OtherFocusReason);
}

void ConnectionForm::focusName()
{
    m_name->setFocus(Qt::OtherFocusReason);
    m_name->selectAll();
}

void ConnectionForm::clearSecrets()
{
    const QSignalBlocker blocker(this);
    m_key->clear();
    m_proxyPassword->clear();
}

void ConnectionForm::showKind()
{
    const bool isClassic = m_classic->isChecked();
    if (isClassic != m_user->isEnabled()) {
        if (!isClassic)
            m_classicUser = m_user->text();
        m_user->setEnabled(isClassic);
    }
    m_user->setText(isClassic ? m_classicUser : Account::ibmCloudUserName());
    m_user->setPlaceholderText(isClassic ? u"1234567_you@example.com"_s : QString());
    Q_EMIT connectionEdited();
}

void ConnectionForm::showOptions()
{
    m_unfold->setArrowType(m_areOptionsShown ? Qt::DownArrow : Qt::RightArrow);
    m_options->setVisible(m_areOptionsShown);
    const auto showRow = [this](QLineEdit *edit, bool shown) {
        edit->setVisible(shown);
        m_optionRows->labelForField(edit)->setVisible(shown);
    };
    showRow(m_address, m_endpoint->currentIndex() == OtherEndpoint);
    for (QLineEdit *edit : {m_proxyAddress, m_proxyUser, m_proxyPassword})
        showRow(edit, m_proxy->currentIndex() == OwnProxy);
    const Result<QUrl> base = Connection::restBaseFrom(m_address->text());
    m_loopbackNote->setVisible(m_proxy->currentIndex() == OwnProxy &&
                               m_endpoint->currentIndex() == OtherEndpoint && base &&
                               Connection::isLoopback(base->host()));
    Q_EMIT folded();
}

void ConnectionForm::chooseCaFile()
{
    m_files.chooseFileToRead(
        this, tr("The company's CA certificates"),
        {tr("Certificates (*.pem *.crt *.cer *.der)"), tr("All files (*)")},
        [this](const QString &path) { m_caFile->setText(QDir::toNativeSeparators(path)); });
}

} // namespace layerscope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/connectdialog.h"

#include "dialogs/accessreport.h"
#include "dialogs/connectionform.h"
#include "widgets/plainlabel.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

/// Of the screen's height; beyond it the fields scroll.
constexpr double formHeightShare = 0.85;

} // namespace

ConnectDialog::ConnectDialog(AccountBook &book, FileChooser &files, const ApiClient::Options &options,
                             QWidget *parent)
    : QDialog(parent)
    , m_book(book)
    , m_options(options)
    , m_reason(plainLabel(u"connectReason"_s, this))
    , m_form(new ConnectionForm(files, this))
    , m_report(new AccessReport(this))
{
    setObjectName(u"connectDialog"_s);
    setWindowTitle(tr("Connect an account"));
    m_reason->setWordWrap(true);
    m_reason->hide();

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Cancel)
        ->setIcon({}); // without a theme Qt would bring a red cross of its own
    m_primary = buttons->addButton(QString(), QDialogButtonBox::ActionRole);
    m_primary->setObjectName(u"connectProceed"_s);
    m_primary->setAutoDefault(true);
    m_primary->setDefault(true);

    const int line = fontMetrics().height();
    auto *content = new QWidget;
    auto *rows = new QVBoxLayout(content);
    rows->setContentsMargins(line, line, line, line / 2);
    rows->setSpacing(line * 3 / 4);
    rows->addWidget(m_reason);
    rows->addWidget(m_form);
    rows->addWidget(m_report);
    rows->addStretch(1);
    auto *scroll = new QScrollArea(this);
    scroll->setObjectName(u"connectScroll"_s);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(content);
    // The window's own surface, not a box in it.
    scroll->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);

    auto *bottom = new QVBoxLayout;
    bottom->setContentsMargins(line, line / 2, line, line);
    bottom->addWidget(buttons);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(scroll, 1);
    column->addLayout(bottom);

    connect(m_primary, &QPushButton::clicked, this, &ConnectDialog::proceed);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_form, &ConnectionForm::connectionEdited, this, &ConnectDialog::onEdited);
    connect(m_form, &ConnectionForm::folded, this, &ConnectDialog::fitHeight);
    connect(m_report, &AccessReport::folded, this, &ConnectDialog::fitHeight);
    setState(State::Editing);
    m_form->focusFirstEmpty();
    fitHeight();
}

ConnectDialog::~ConnectDialog() = default;

void ConnectDialog::edit(const QString &accountId, const QString &reason)
{
    const Account *account = m_book.find(accountId);
    if (account == nullptr)
        return;
    m_isChange = true;
    m_seen = *account;
    //: Title of a dialog; %1 is the name of an account
    setWindowTitle(tr("Edit “%1”").arg(account->name));
    m_reason->setText(reason);
    m_reason->setVisible(!reason.isEmpty());
    m_form->setAccount(*account);
    m_form->focusFirstEmpty();
    setState(State::Editing);
    fitHeight();
    m_report->waitForKeychain(tr("Reading the key …"));
    m_book.readSecrets(accountId, this, [this](const Result<AccountSecrets> &secrets) {
        if (m_isOver)
            return;
        if (m_state != State::Keeping) // which waits for it, too
            m_report->stopWaiting();
        if (!secrets) // the person types a key
            return;
        m_stored = *secrets;
        m_form->setKeyStored(true);
    });
}

QString ConnectDialog::name() const
{
    return m_form->name();
}

void ConnectDialog::done(int result)
{
    m_isOver = true;
    m_check.reset();
    m_keeping.reset();
    m_form->clearSecrets();
    m_stored = {};
    QDialog::done(result);
}

void ConnectDialog::proceed()
{
    switch (m_state) {
    case State::Editing:
        check();
        break;
    case State::Checking: // it says Stop
        m_check.reset();
        m_report->clear();
        setState(State::Editing);
        break;
    case State::Checked:
        keep();
        break;
    case State::Keeping:
        break;
    }
}

/// True: another account has that name, and the person was told.
bool ConnectDialog::refuseName()
{
    const Result<Account> account = m_form->account();
    const QString objection =
        account && !account->name.isEmpty() ? m_book.objectionTo(account->name, account->id) : QString();
    if (objection.isEmpty())
        return false;
    m_report->setError(ApiError::withMessage(ApiError::Kind::InvalidRequest, objection));
    m_form->focusName();
    fitHeight();
    return true;
}

void ConnectDialog::check()
{
    if (refuseName())
        return;
    const Result<Account> account = m_form->account();
    const Result<Connection> connection = account ? connectionOf(*account, m_form->secrets(m_stored))
                                                  : Result<Connection>(Unexpected(account.error()));
    if (!connection) {
        fail(connection.error());
        return;
    }
    m_report->setChecking();
    m_check = std::make_unique<ConnectionCheck>(*connection, m_options);
    connect(m_check.get(), &ConnectionCheck::finished, this, &ConnectDialog::receive);
    setState(State::Checking);
    m_check->start();
}

void ConnectDialog::receive(const Result<ConnectionReport> &report)
{
    m_check.release()->deleteLater(); // this is its own signal
    if (!report) {
        fail(report.error());
        return;
    }
    m_report->setReport(*report);
    if (m_form->name().isEmpty())
        m_form->setName(
            m_book.freeName(report->companyName.isEmpty() ? report->userName : report->companyName));
    m_form->setOptionsShown(false); // what was found out is of interest now
    setState(State::Checked);
    m_primary->setFocus(Qt::OtherFocusReason);
}

void ConnectDialog::keep()
{
    if (refuseName())
        return;
    const Result<Account> account = m_form->account();
    if (!account) {
        fail(account.error());
        return;
    }
    setState(State::Keeping);
    m_report->waitForKeychain(tr("Saving the key …"));
    const auto answer = [this](const Result<AccountBook::Kept> &kept) {
        if (!kept) {
            m_report->setError(kept.error());
            setState(State::Checked);
            return;
        }
        const AccountBook::Kept said = *kept;
        accept();
        Q_EMIT accountKept(said.account.id, said.note);
    };
    m_keeping = std::make_unique<QObject>();
    m_book.save(*account, m_form->secrets(m_stored), m_keeping.get(), answer, m_seen);
}

void ConnectDialog::fail(const ApiError &error)
{
    m_report->setError(error);
    setState(State::Editing);
    m_form->focusCauseOf(error);
}

void ConnectDialog::onEdited()
{
    if (m_state == State::Keeping)
        return;
    m_check.reset();
    m_report->clear();
    setState(State::Editing);
}

void ConnectDialog::setState(State state)
{
    m_state = state;
    switch (state) {
    case State::Editing:
        m_primary->setText(tr("Check key"));
        break;
    case State::Checking:
        m_primary->setText(tr("Stop"));
        break;
    case State::Checked:
    case State::Keeping:
        m_primary->setText(m_isChange ? tr("Save and open") : tr("Open account"));
        break;
    }
    // Enter starts a check, and once more it must not stop it.
    m_primary->setAutoDefault(state != State::Checking);
    m_primary->setDefault(state != State::Checking);
    m_primary->setEnabled(state != State::Keeping);
    m_form->setEnabled(state != State::Keeping);
    fitHeight();
}

/// As high as its content, once that is laid out, and no higher than the screen bears.
void ConnectDialog::fitHeight()
{
    QTimer::singleShot(0, this, [this] {
        auto *scroll = findChild<QScrollArea *>(u"connectScroll"_s);
        QWidget *content = scroll->widget();
        const int width = qMax(content->sizeHint().width(), this->width());
        const int wanted =
            content->hasHeightForWidth() ? content->heightForWidth(width) : content->sizeHint().height();
        const int others = layout()->sizeHint().height() - scroll->sizeHint().height();
        const int most = static_cast<int>(screen()->availableSize().height() * formHeightShare);
        scroll->setMinimumWidth(content->sizeHint().width());
        resize(width, qMin(wanted + others, most));
    });
}

} // namespace layerscope

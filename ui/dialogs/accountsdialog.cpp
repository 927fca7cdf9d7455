// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/accountsdialog.h"

#include "accounts/accountbook.h"
#include "delegates/accountdelegate.h"
#include "dialogs/accessreport.h"
#include "dialogs/questioner.h"
#include "models/accountsmodel.h"
#include "views/tableheader.h"
#include "widgets/emptystate.h"
#include "widgets/plaintooltip.h"
#include "widgets/surface.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QScreen>
#include <QTimer>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

constexpr int charactersOfTheList = 96;
constexpr int charactersOfACell = 40; ///< At most, of all but the name: "SL1234567_jane.doe@example.com" fits
constexpr int minRows = 3;
/// Of the screen's height; beyond it the list gives way.
constexpr double dialogHeightShare = 0.9;

} // namespace

AccountsDialog::AccountsDialog(AccountBook &book, Questioner &questioner, const ApiClient::Options &options,
                               QWidget *parent)
    : QDialog(parent)
    , m_book(book)
    , m_questioner(questioner)
    , m_options(options)
    , m_model(new AccountsModel(book, this))
    , m_view(new QTreeView(this))
    , m_empty(new EmptyState(m_view))
    , m_report(new AccessReport(this))
{
    setObjectName(u"accountsDialog"_s);
    setWindowTitle(tr("Accounts"));
    makeActions();
    makeView();
    QWidget *side = makeButtons();

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)
        ->setIcon({}); // without a theme Qt would bring a red cross of its own
    QPushButton *openButton = buttonOf(m_open);
    buttons->addButton(openButton, QDialogButtonBox::ActionRole);
    openButton->setDefault(true);

    const int line = fontMetrics().height();
    auto *surface = new Surface(this);
    auto *inside = new QVBoxLayout(surface);
    inside->setContentsMargins(1, surface->radius(), 1, surface->radius()); // free of the round corners
    inside->addWidget(m_view);
    auto *upper = new QHBoxLayout;
    upper->setSpacing(line * 3 / 4);
    upper->addWidget(surface, 1);
    upper->addWidget(side);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(line, line, line, line);
    column->setSpacing(line * 3 / 4);
    column->addLayout(upper, 1);
    column->addWidget(m_report);
    column->addWidget(buttons);

    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_report, &AccessReport::folded, this, &AccountsDialog::growToFit);
    connect(m_empty, &EmptyState::actionChosen, this, &AccountsDialog::connectWanted);
    connect(m_model, &AccountsModel::renameRefused, this, &AccountsDialog::say);
    connect(m_model, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int) { // the one that was just connected
                m_view->setCurrentIndex(m_model->index(first, AccountsModel::NameColumn));
            });
    for (const auto changed : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_model, changed, this, &AccountsDialog::showState);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &AccountsDialog::fitColumns);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &AccountsDialog::onCurrentChanged);

    setCurrentId(m_book.lastShownId());
    if (currentId().isEmpty())
        m_view->setCurrentIndex(m_model->index(0, AccountsModel::NameColumn));
    showState();
    m_view->setFocus();
}

AccountsDialog::~AccountsDialog() = default;

void AccountsDialog::makeActions()
{
    m_open = add(u"accountsOpen"_s, tr("&Open"), {});
    m_connect = add(u"accountsConnect"_s, tr("Co&nnect …"), tr("Connect another account"));
    m_edit = add(u"accountsEdit"_s, tr("&Edit …"), tr("Change the key, the endpoint or the proxy"));
    m_rename = add(u"accountsRename"_s, tr("Rena&me"), tr("Change what the account is called here"));
    m_check = add(u"accountsCheck"_s, tr("C&heck"), tr("Try the key, and see what it may view"));
    m_remove = add(u"accountsRemove"_s, tr("&Remove"), tr("Remove it here, with its key"));
    m_rename->setShortcut(QKeySequence(Qt::Key_F2));
    m_remove->setShortcut(QKeySequence(Qt::Key_Delete));

    connect(m_open, &QAction::triggered, this, &AccountsDialog::openCurrent);
    connect(m_connect, &QAction::triggered, this, &AccountsDialog::connectWanted);
    connect(m_edit, &QAction::triggered, this, [this] { Q_EMIT editWanted(currentId()); });
    connect(m_rename, &QAction::triggered, this, &AccountsDialog::renameCurrent);
    connect(m_check, &QAction::triggered, this, &AccountsDialog::checkOrStop);
    connect(m_remove, &QAction::triggered, this, &AccountsDialog::askToRemove);
}

QAction *AccountsDialog::add(const QString &name, const QString &text, const QString &help)
{
    auto *action = new QAction(text, this);
    action->setObjectName(name);
    if (!help.isEmpty())
        action->setToolTip(plainToolTip(help));
    addAction(action); // for its shortcut, wherever the focus is
    return action;
}

QPushButton *AccountsDialog::buttonOf(QAction *action)
{
    auto *button = new QPushButton(this);
    button->setObjectName(action->objectName() + u"Button"_s);
    const auto follow = [button, action] {
        button->setText(action->text());
        button->setEnabled(action->isEnabled());
        const QString keys = action->shortcut().toString(QKeySequence::NativeText);
        const QString help = action->toolTip();
        button->setAccessibleDescription(help);
        //: Tooltip of a button: what it does, and its key
        button->setToolTip(plainToolTip(keys.isEmpty() ? help : tr("%1 (%2)").arg(help, keys)));
    };
    follow();
    connect(action, &QAction::changed, button, follow);
    connect(button, &QPushButton::clicked, action, &QAction::trigger);
    return button;
}

void AccountsDialog::makeView()
{
    const QFontMetrics metrics = fontMetrics();
    m_view->setObjectName(u"accountsList"_s);
    m_view->setAccessibleName(tr("Accounts"));
    m_view->setModel(m_model);
    m_view->setItemDelegate(new AccountDelegate(AccountDelegate::Shape::Cells, m_view));
    m_view->setHeader(new TableHeader(m_view));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setRootIsDecorated(false);
    m_view->setItemsExpandable(false);
    m_view->setIndentation(0);
    m_view->setUniformRowHeights(true);
    m_view->setAllColumnsShowFocus(true);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers); // a double click opens
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setTabKeyNavigation(false);
    m_view->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_view->addActions({m_open, m_edit, m_rename, m_check, m_remove});
    m_view->setMinimumWidth(metrics.averageCharWidth() * charactersOfTheList);
    m_view->setMinimumHeight(metrics.height() * 2 * (minRows + 1));
    m_view->header()->setSectionsMovable(false);
    m_view->header()->setSectionsClickable(false);
    m_view->header()->setSectionResizeMode(QHeaderView::Interactive);
    m_view->header()->setSectionResizeMode(AccountsModel::NameColumn, QHeaderView::Stretch);
    m_view->header()->setStretchLastSection(false);
    m_empty->say(tr("No account is connected yet."),
                 tr("Connect one with a classic API key or an IBM Cloud API key."),
                 tr("Connect an account …"));
    connect(m_view, &QAbstractItemView::doubleClicked, this, &AccountsDialog::openCurrent);
}

QWidget *AccountsDialog::makeButtons()
{
    auto *side = new QWidget(this);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(fontMetrics().height() / 3);
    column->addWidget(buttonOf(m_connect));
    column->addSpacing(fontMetrics().height() / 2);
    for (QAction *action : {m_edit, m_rename, m_check})
        column->addWidget(buttonOf(action));
    column->addSpacing(fontMetrics().height() / 2);
    column->addWidget(buttonOf(m_remove));
    column->addStretch(1);
    return side;
}

QString AccountsDialog::currentId() const
{
    return m_view->currentIndex().data(AccountsModel::IdRole).toString();
}

void AccountsDialog::setCurrentId(const QString &id)
{
    if (const QModelIndex index = m_model->indexOf(id); index.isValid())
        m_view->setCurrentIndex(index);
}

void AccountsDialog::done(int result)
{
    stopChecking();
    m_report->clear();
    QDialog::done(result);
}

void AccountsDialog::openCurrent()
{
    const QString id = currentId();
    if (id.isEmpty())
        return;
    accept();
    Q_EMIT openWanted(id);
}

void AccountsDialog::renameCurrent()
{
    const QModelIndex name = m_view->currentIndex().siblingAtColumn(AccountsModel::NameColumn);
    if (!name.isValid() || m_view->isPersistentEditorOpen(name)) // it is being renamed already
        return;
    stopChecking();
    m_report->clear();
    m_view->setFocus();
    m_view->edit(name);
}

void AccountsDialog::checkOrStop()
{
    if (m_checking) {
        stopChecking();
        m_report->clear();
        return;
    }
    m_report->setChecking();
    m_report->waitForKeychain(tr("Checking the key …"));
    m_checking = std::make_unique<QObject>();
    showState();
    m_book.readConnection(currentId(), m_checking.get(), [this](const Result<Connection> &connection) {
        if (!connection) {
            m_checking.release()->deleteLater(); // this answer is its own
            showState();
            say(connection.error());
            return;
        }
        m_report->setChecking(); // what takes time now is the server
        auto *check = new ConnectionCheck(*connection, m_options, m_checking.get());
        connect(check, &ConnectionCheck::finished, this, &AccountsDialog::receive);
        check->start();
    });
}

void AccountsDialog::receive(const Result<ConnectionReport> &report)
{
    m_checking.release()->deleteLater(); // this is its own signal
    showState();
    if (!report) {
        say(report.error());
        return;
    }
    m_report->setReport(*report);
    growToFit();
}

void AccountsDialog::stopChecking()
{
    m_checking.reset();
    showState();
}

void AccountsDialog::askToRemove()
{
    const QString id = currentId();
    const Account *account = m_book.find(id);
    if (account == nullptr)
        return;
    const QString key = account->keyPlace == Account::KeyPlace::Keychain
                            ? tr("Its key is deleted from the keychain.")
                            : tr("Its key is forgotten.");
    m_questioner.ask(this,
                     {//: %1 is the name of an account
                      tr("Remove “%1”?").arg(account->name),
                      //: %1 is a sentence that says what becomes of its key
                      tr("%1 Nothing changes in the account itself.").arg(key), tr("Remove")},
                     [this, id] { remove(id); });
}

void AccountsDialog::remove(const QString &id)
{
    if (m_book.find(id) == nullptr) // removed elsewhere while the question stood
        return;
    m_book.remove(id, this, [this](const Result<Done> &removed) {
        if (!removed)
            say(removed.error());
        else if (!m_checking) // which waits for it, too
            m_report->stopWaiting();
    });
    m_report->waitForKeychain(tr("Removing the key …")); // once another account is the current one
}

/// Beneath the list; in place of a check, which is then about something else.
void AccountsDialog::say(const ApiError &error)
{
    stopChecking();
    m_report->setError(error);
    growToFit();
}

void AccountsDialog::onCurrentChanged()
{
    if (currentId() == m_shownId)
        return;
    m_shownId = currentId();
    stopChecking();
    m_report->clear();
}

void AccountsDialog::showState()
{
    const bool isEmpty = m_model->rowCount() == 0;
    m_empty->setVisible(isEmpty);
    m_view->header()->setVisible(!isEmpty);
    m_view->setFocusPolicy(isEmpty ? Qt::NoFocus : Qt::StrongFocus);
    for (QAction *action : {m_open, m_edit, m_rename, m_check, m_remove})
        action->setEnabled(!isEmpty);
    m_check->setText(m_checking ? tr("Stop") : tr("C&heck"));
    m_check->setToolTip(m_checking ? tr("Stop the check") : tr("Try the key, and see what it may view"));
    fitColumns();
}

/// The list is laid out, and the style's font is known, not before now.
void AccountsDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    fitColumns();
}

/// The name gets what the others leave.
void AccountsDialog::fitColumns()
{
    const int most = fontMetrics().averageCharWidth() * charactersOfACell;
    for (int column = AccountsModel::UserColumn; column < AccountsModel::ColumnCount; ++column) {
        m_view->resizeColumnToContents(column);
        m_view->setColumnWidth(column, std::min(m_view->columnWidth(column), most));
    }
}

/// Rather than squeeze the list when there is more to say.
void AccountsDialog::growToFit()
{
    QTimer::singleShot(0, this, [this] {
        const int most = static_cast<int>(screen()->availableSize().height() * dialogHeightShare);
        const int wanted = layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width())
                                                         : layout()->totalSizeHint().height();
        if (height() < wanted)
            resize(width(), std::min(wanted, most));
    });
}

} // namespace layerscope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/loadstatus.h"

#include "session/accountsession.h"
#include "session/loadtext.h"
#include "widgets/announcer.h"
#include "widgets/elidedbutton.h"
#include "widgets/mutedlabel.h"
#include "widgets/thinbar.h"
#include "widgets/tones.h"
#include "window/problemspopup.h"

#include <QEvent>
#include <QHBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

// An outcome is counted over all rows: a millisecond for 20 000 of them, so not at each of ten progress
// signals a second.
constexpr std::chrono::milliseconds problemInterval{1000};
/// Of what is missing, in the narrowest window.
constexpr int minProblemCharacters = 12;

} // namespace

LoadStatus::LoadStatus(QWidget *parent)
    : QWidget(parent)
    , m_progress(new MutedLabel(this))
    , m_bar(new ThinBar(this))
    , m_calls(new MutedLabel(this))
    , m_problems(new ElidedButton(this))
    , m_popup(new ProblemsPopup(this))
{
    setObjectName(u"loadStatus"_s);
    m_progress->setObjectName(u"loadProgress"_s);
    m_bar->setAccessibleName(tr("Loading"));
    m_problems->setObjectName(u"problems"_s);
    m_problems->setAutoRaise(true);
    m_problems->setFocusPolicy(Qt::TabFocus);
    m_problems->setToolTip(tr("Why these are missing"));
    // How far it came matters most in a narrow window, and what is missing is told in full by the popup.
    m_progress->setKeptWhole(true);
    m_problems->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_problems->setMinimumWidth(fontMetrics().averageCharWidth() * minProblemCharacters);
    setMinimumHeight(m_problems->sizeHint().height()); // else the tables jump when it appears

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(fontMetrics().height() / 2, 0, 0, 0);
    row->setSpacing(fontMetrics().height() * 2 / 3);
    row->addWidget(m_bar); // before what gets wider and narrower
    row->addWidget(m_progress);
    row->addWidget(m_calls);
    row->addWidget(m_problems);
    row->addStretch(1);

    m_problemTimer.setSingleShot(true);
    m_problemTimer.setInterval(problemInterval);
    connect(&m_problemTimer, &QTimer::timeout, this, &LoadStatus::showProblems);
    connect(m_problems, &QToolButton::clicked, this, &LoadStatus::openProblems);
    connect(m_popup, &ProblemsPopup::retryChosen, this, [this] {
        if (m_loader)
            m_loader->retry(); // also for what was refused: it may be permitted by now
    });
    showState();
}

void LoadStatus::follow(AccountSession *session)
{
    if (m_loader)
        m_loader->disconnect(this);
    m_popup->hide(); // its reasons are another account's
    m_session = session;
    m_isRunning = false;
    m_loader = session ? &session->loader() : nullptr;
    if (m_loader) {
        connect(m_loader, &AccountLoader::stateChanged, this, &LoadStatus::showState);
        connect(m_loader, &AccountLoader::outageChanged, this, &LoadStatus::showState);
        connect(m_loader, &AccountLoader::progressChanged, this, &LoadStatus::showProgress);
    }
    showState();
}

QString LoadStatus::summary() const
{
    QStringList parts;
    for (const QString &text : {m_progress->text(), m_calls->text(), m_problems->text()}) {
        if (!text.isEmpty())
            parts.append(text);
    }
    return parts.join(u" · "_s);
}

void LoadStatus::showState()
{
    const bool isRunning = m_loader && m_loader->isRunning();
    m_progress->setMinimumWidth(0);
    m_bar->setVisible(isRunning);
    m_calls->setVisible(isRunning);
    if (isRunning) {
        showProgress();
    } else {
        m_calls->clear();
        m_progress->setText(m_loader
                                ? resultText(m_loader->state(), m_loader->outcome(), m_session->loadTime())
                                : tr("No account"));
    }
    m_progress->setVisible(!m_progress->text().isEmpty());
    showProblems();
    if (std::exchange(m_isRunning, isRunning) && !isRunning)
        Announcer::say(*this, summary());
}

void LoadStatus::showProgress()
{
    if (!m_loader || !m_loader->isRunning())
        return;
    const LoadProgress &progress = m_loader->progress();
    m_progress->setText(progressText(m_loader->state(), progress));
    // What stands beside it does not move to and fro with its digits.
    m_progress->setMinimumWidth(std::max(m_progress->minimumWidth(), m_progress->sizeHint().width()));
    m_bar->setShare(progressShare(m_loader->state(), progress));
    m_calls->setText(m_loader->outage() ? tr("The server does not answer") : callsText(progress));
    if (!m_problemTimer.isActive())
        m_problemTimer.start();
}

void LoadStatus::showProblems()
{
    m_problemTimer.stop();
    const QString text = m_loader ? problemsText(m_loader->state(), m_loader->outcome()) : QString();
    m_problems->setText(text);
    m_problems->setVisible(!text.isEmpty());
    if (!text.isEmpty())
        colourProblems();
}

void LoadStatus::colourProblems()
{
    QPalette own; // of nothing else: that goes on following the window's
    own.setColor(QPalette::ButtonText, Tones::on(palette().color(QPalette::Window), palette()).amber);
    m_problems->setPalette(own);
}

void LoadStatus::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        colourProblems();
}

void LoadStatus::openProblems()
{
    if (!m_loader)
        return;
    const LoadOutcome outcome = m_loader->outcome();
    m_popup->setReasons(outcome.reasons(), !m_loader->isRunning());
    m_popup->popUpAbove(*m_problems);
}

} // namespace layerscope

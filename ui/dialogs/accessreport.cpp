// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/accessreport.h"

#include "session/keychainpatience.h"
#include "widgets/icons.h"
#include "widgets/mutedlabel.h"
#include "widgets/tones.h"

#include <QClipboard>
#include <QEvent>
#include <QGridLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

using Access = AccessFinding::Access;

} // namespace

AccessReport::AccessReport(QWidget *parent)
    : QFrame(parent)
    , m_sign(new QLabel(this))
    , m_headline(new QLabel(this))
    , m_who(new MutedLabel(this))
    , m_unfold(new QToolButton(this))
    , m_detail(new MutedLabel(this))
    , m_grid(new QGridLayout)
    , m_copy(new QPushButton(tr("Copy a request for it"), this))
{
    setObjectName(u"accessReport"_s);
    setFocusPolicy(Qt::NoFocus);
    m_sign->setObjectName(u"accessSign"_s);
    m_headline->setObjectName(u"accessHeadline"_s);
    m_detail->setObjectName(u"accessDetail"_s);
    m_copy->setObjectName(u"accessCopy"_s);
    m_copy->setIcon(iconOf(IconName::Copy));
    m_copy->setAutoDefault(false);
    m_copy->setToolTip(tr("A text for whoever administers the account, with the permissions' names"));
    for (QLabel *label : {m_headline, m_who, m_detail}) {
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        label->setWordWrap(true);
    }
    m_sign->setAlignment(Qt::AlignTop);
    m_unfold->setText(tr("Details"));
    m_unfold->setObjectName(u"accessUnfold"_s);
    m_unfold->setCheckable(true);
    m_unfold->setAutoRaise(true);
    m_unfold->setFocusPolicy(Qt::TabFocus);

    const int line = fontMetrics().height();
    auto *top = new QHBoxLayout;
    top->setSpacing(line / 2);
    top->addWidget(m_sign);
    top->addWidget(m_headline, 1);
    top->addWidget(m_unfold, 0, Qt::AlignTop);
    m_grid->setHorizontalSpacing(line);
    m_grid->setVerticalSpacing(line / 3);
    m_grid->setColumnStretch(2, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(line * 3 / 4, line * 3 / 4, line * 3 / 4, line * 3 / 4);
    column->setSpacing(line / 3);
    column->addLayout(top);
    column->addWidget(m_who);
    column->addWidget(m_detail);
    column->addLayout(m_grid);
    auto *copyLine = new QHBoxLayout; // its margin goes with the button
    copyLine->setContentsMargins(0, line / 3, 0, 0);
    copyLine->addWidget(m_copy);
    copyLine->addStretch(1);
    column->addLayout(copyLine);

    connect(m_unfold, &QToolButton::toggled, this, [this](bool isUnfolded) {
        m_detail->setVisible(isUnfolded);
        Q_EMIT folded();
    });
    m_patience.setSingleShot(true);
    m_patience.setInterval(keychainPatience);
    connect(&m_patience, &QTimer::timeout, this, &AccessReport::beLate);
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_request); });
    clear();
}

void AccessReport::clear()
{
    m_patience.stop();
    m_awaited.clear();
    m_findings.clear();
    m_request.clear();
    m_headline->clear();
    for (QWidget *part :
         {static_cast<QWidget *>(m_sign), static_cast<QWidget *>(m_who), static_cast<QWidget *>(m_unfold),
          static_cast<QWidget *>(m_detail), static_cast<QWidget *>(m_copy)})
        part->hide();
    m_headline->setFont(font());
    showRows();
    hide();
}

void AccessReport::setChecking()
{
    say(tr("Checking the key …"));
}

void AccessReport::say(const QString &sentence)
{
    clear();
    m_headline->setText(sentence);
    setAccessibleName(sentence);
    show();
}

void AccessReport::waitForKeychain(const QString &sentence)
{
    m_awaited = sentence;
    m_patience.start();
}

void AccessReport::stopWaiting()
{
    const bool wasSaid = !m_awaited.isEmpty() && !m_patience.isActive();
    m_patience.stop();
    m_awaited.clear();
    if (!wasSaid)
        return;
    clear();
    Q_EMIT folded();
}

void AccessReport::beLate()
{
    const QString awaited = m_awaited;
    //: %1: "Saving the key …", "Checking the key …"
    say(tr("%1 The keychain may be waiting for you.").arg(awaited));
    m_awaited = awaited;
    Q_EMIT folded();
}

void AccessReport::setError(const ApiError &error)
{
    clear();
    drawSign();
    m_sign->show();
    m_headline->setText(error.message);
    m_detail->setText(error.detail);
    m_unfold->setVisible(!error.detail.isEmpty());
    m_detail->setVisible(!error.detail.isEmpty() && m_unfold->isChecked());
    setAccessibleName(error.message);
    show();
}

void AccessReport::drawSign()
{
    const int size = fontMetrics().height();
    m_sign->setPixmap(iconOf(IconName::Warning).pixmap(QSize(size, size), devicePixelRatioF()));
}

void AccessReport::setReport(const ConnectionReport &report)
{
    clear();
    QFont semibold = font();
    semibold.setWeight(QFont::DemiBold);
    m_headline->setFont(semibold);
    const QString number = QString::number(report.accountId);
    //: An account: the company's name and the account's number
    m_headline->setText(report.companyName.isEmpty() ? number
                                                     : tr("%1 (%2)").arg(report.companyName, number));
    const QString who = report.personName.isEmpty() || report.userName.isEmpty()
                            ? report.userName + report.personName
                            //: A person and the name of the user: "Pat Doe, user 1234567_pat"
                            : tr("%1, user %2").arg(report.personName, report.userName);
    m_who->setText(who);
    m_who->setVisible(!who.isEmpty());
    m_findings = report.findings;
    m_request = report.permissionRequest();
    m_copy->setVisible(!m_request.isEmpty());
    showRows();
    setAccessibleName(text());
    show();
}

void AccessReport::showRows()
{
    for (const Row &row : std::as_const(m_rows)) {
        for (QLabel *label : {row.access, row.area, row.sentence})
            delete label;
    }
    m_rows.clear();
    for (const AccessFinding &finding : std::as_const(m_findings)) {
        Row row;
        row.access = new QLabel(finding.access == Access::Yes  ? tr("● Yes")
                                : finding.access == Access::No ? tr("■ No")
                                                               : tr("○ Unknown"),
                                this);
        row.area = new QLabel(areaName(finding.area), this);
        row.sentence = new MutedLabel(finding.sentence, this);
        row.sentence->setWordWrap(true);
        row.sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
        const int line = m_grid->rowCount();
        m_grid->addWidget(row.access, line, 0, Qt::AlignTop | Qt::AlignLeft);
        m_grid->addWidget(row.area, line, 1, Qt::AlignTop | Qt::AlignLeft);
        m_grid->addWidget(row.sentence, line, 2);
        m_rows.append(row);
    }
    colourRows();
}

void AccessReport::colourRows()
{
    const Tones tones = Tones::on(palette().color(QPalette::Base), palette());
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        QPalette own; // of nothing else: that goes on following the window's
        const Access access = m_findings[i].access;
        own.setColor(QPalette::WindowText, access == Access::Yes  ? tones.green
                                           : access == Access::No ? tones.amber
                                                                  : tones.muted);
        m_rows[i].access->setPalette(own);
    }
}

QString AccessReport::text() const
{
    QStringList lines{m_headline->text()};
    if (!m_who->isHidden())
        lines.append(m_who->text());
    for (const Row &row : m_rows)
        lines.append(QStringList{row.area->text(), row.access->text(), row.sentence->text()}.join(u' '));
    lines.removeAll(QString());
    return lines.join(u'\n');
}

void AccessReport::paintEvent(QPaintEvent *)
{
    const double radius = fontMetrics().height() / 4.0;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Tones::on(palette().color(QPalette::Window), palette()).hairline);
    painter.setBrush(palette().color(QPalette::Base));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
}

void AccessReport::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange) {
        colourRows();
        if (!m_sign->isHidden())
            drawSign();
    }
    QFrame::changeEvent(event);
}

} // namespace layerscope

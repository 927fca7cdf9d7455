// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/questioner.h"

#include <QLabel>
#include <QMessageBox>
#include <QPushButton>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

void MessageBoxQuestioner::ask(QWidget *parent, const Question &question, Agreed agreed)
{
    auto *box = new QMessageBox(parent);
    box->setObjectName(u"question"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(question.action);
    box->setTextFormat(Qt::PlainText); // names are people's texts
    box->setText(question.sentence);
    box->setInformativeText(question.detail);
    if (auto *detail = box->findChild<QLabel *>(u"qt_msgbox_informativelabel"_s)) // not meant by the above
        detail->setTextFormat(Qt::PlainText);
    QPushButton *cancel = box->addButton(QMessageBox::Cancel);
    cancel->setIcon({}); // without a theme Qt would bring a red cross of its own
    QPushButton *action = box->addButton(question.action, QMessageBox::AcceptRole);
    action->setObjectName(u"questionAction"_s);
    box->setDefaultButton(cancel);
    box->setEscapeButton(cancel);
    QObject::connect(action, &QPushButton::clicked, parent, std::move(agreed));
    box->open();
}

} // namespace layerscope

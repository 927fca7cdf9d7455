// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/nothingselected.h"

#include "widgets/mutedlabel.h"

#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

NothingSelected::NothingSelected(const QString &hint, QWidget *parent)
    : QWidget(parent)
{
    auto *sentence = new QLabel(tr("Nothing is selected"), this);
    sentence->setObjectName(u"detailsEmpty"_s);
    auto *detail = new MutedLabel(hint, this);
    for (QLabel *label : {sentence, static_cast<QLabel *>(detail)}) {
        label->setWordWrap(true);
        label->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    }
    const int line = fontMetrics().height();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(2 * line, line, 2 * line, line);
    column->setSpacing(line / 2);
    column->addStretch(2);
    column->addWidget(sentence);
    column->addWidget(detail);
    column->addStretch(3); // a little above the middle looks centred
}

} // namespace layerscope

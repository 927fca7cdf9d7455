// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/aboutbox.h"

#include "widgets/icons.h"
#include "window/mainwindow.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>

namespace layerscope {

void showAboutBox(QWidget *window)
{
    auto *box = new QMessageBox(
        QMessageBox::NoIcon, MainWindow::tr("About Layerscope"),
        MainWindow::tr("<h3>Layerscope %1</h3><p>The desktop window onto a SoftLayer (IBM Cloud Classic) "
                       "account.<br>It only reads.</p><p>Free software under the GNU General Public License, "
                       "version 3 or later.</p>")
            .arg(QCoreApplication::applicationVersion()),
        QMessageBox::Close, window);
    box->button(QMessageBox::Close)->setIcon({}); // without a theme Qt would bring a cross of its own
    box->setIconPixmap(applicationIcon().pixmap(window->fontMetrics().height() * 4));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

} // namespace layerscope

// SPDX-License-Identifier: GPL-3.0-or-later
// What bench_start compares with: a window as large as Layerscope's first one on a small screen, since each
// pixel has to be filled and sent.
#include <QApplication>
#include <QMainWindow>
#include <QScreen>

int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    QMainWindow window;
    window.resize(window.screen()->availableSize() * 0.9);
    window.show();
    return QApplication::exec();
}

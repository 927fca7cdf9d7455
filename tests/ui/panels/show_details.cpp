// SPDX-License-Identifier: GPL-3.0-or-later
// The details panel by itself, over the demo account, to look at: beside a list of servers, or as a picture.
#include "ui/panels/detailsfixture.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QListWidget>
#include <QSplitter>
#include <QTimer>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

namespace {

QPalette darkPalette()
{
    QPalette palette;
    const auto set = [&palette](QPalette::ColorRole role, QRgb color) {
        palette.setColor(role, QColor(color));
    };
    set(QPalette::Window, 0x24272c);
    set(QPalette::Base, 0x1b1d20);
    set(QPalette::AlternateBase, 0x24272c);
    set(QPalette::Button, 0x2a2e33);
    set(QPalette::Text, 0xe6e8eb);
    set(QPalette::WindowText, 0xe6e8eb);
    set(QPalette::ButtonText, 0xe6e8eb);
    set(QPalette::PlaceholderText, 0x8b9098);
    set(QPalette::Highlight, 0x3d7bfd);
    set(QPalette::HighlightedText, 0xffffff);
    return palette;
}

Fault fault(Fault::Kind kind, const QString &method, const QString &property = {})
{
    return {kind, {.method = method}, 0, property, {}};
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOptions({{u"picture"_s, u"Write a picture to this file and quit."_s, u"file"_s},
                       {u"dark"_s, u"A dark palette."_s},
                       {u"width"_s, u"Of the panel, in pixels."_s, u"pixels"_s, u"420"_s},
                       {u"height"_s, u"Of the panel, in pixels."_s, u"pixels"_s, u"900"_s},
                       {u"tab"_s, u"Which tab, from 0."_s, u"number"_s, u"0"_s},
                       {u"virtual"_s, u"A virtual server instead of bare metal."_s},
                       {u"index"_s, u"Which one of them."_s, u"number"_s, u"7"_s},
                       {u"several"_s, u"So many servers, compared."_s, u"number"_s, u"0"_s},
                       {u"none"_s, u"No server."_s},
                       {u"hang"_s, u"This method hangs."_s, u"method"_s},
                       {u"fail"_s, u"This method fails."_s, u"method"_s},
                       {u"refuse"_s, u"This relation is refused."_s, u"relation"_s},
                       {u"latency"_s, u"Of a call, in ms."_s, u"ms"_s, u"20"_s},
                       {u"after"_s, u"Of the picture, in ms."_s, u"ms"_s, u"1500"_s}});
    parser.process(app);
    QApplication::setStyle(u"Fusion"_s);
    if (parser.isSet(u"dark"_s))
        QApplication::setPalette(darkPalette());

    FaultPlan faults;
    for (const QString &method : parser.values(u"hang"_s))
        faults.faults.append(fault(Fault::Kind::Hang, method));
    for (const QString &method : parser.values(u"fail"_s))
        faults.faults.append(fault(Fault::Kind::WrongType, method));
    for (const QString &method : parser.values(u"fail"_s))
        faults.faults.append(fault(Fault::Kind::TruncatedJson, method));
    for (const QString &relation : parser.values(u"refuse"_s))
        faults.faults.append(fault(Fault::Kind::RefusedRelation, {}, relation));
    const std::chrono::milliseconds latency(parser.value(u"latency"_s).toInt());
    DetailsFixture fixture(200, faults, LatencyModel::fromBase(latency));

    const int index = parser.value(u"index"_s).toInt();
    const bool isVirtual = parser.isSet(u"virtual"_s);
    QList<RowKey> keys;
    const int count = parser.isSet(u"none"_s) ? 0 : qMax(1, parser.value(u"several"_s).toInt());
    for (int i = 0; i < count; ++i)
        keys.append(isVirtual || i % 3 == 2 ? fixture.guest(index + i) : fixture.metal(index + i));
    const QSize size(parser.value(u"width"_s).toInt(), parser.value(u"height"_s).toInt());

    if (parser.isSet(u"picture"_s)) {
        fixture.panel->resize(size);
        fixture.panel->show();
        fixture.panel->setCurrentTab(parser.value(u"tab"_s).toInt());
        fixture.panel->showServers(keys);
        QTimer::singleShot(parser.value(u"after"_s).toInt(), &app, [&] {
            const bool isWritten = fixture.panel->grab().save(parser.value(u"picture"_s));
            QApplication::exit(isWritten ? 0 : 1);
        });
        return QApplication::exec();
    }

    QSplitter window;
    auto *list = new QListWidget(&window);
    list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    const InventoryTable &table = fixture.store.table();
    for (int row = 0; row < table.rowCount(); ++row)
        list->addItem(table.text(row, ServerColumn::Fqdn));
    window.addWidget(list);
    window.addWidget(fixture.panel.get());
    QObject::connect(list, &QListWidget::itemSelectionChanged, fixture.panel.get(), [&] {
        QList<RowKey> selected;
        for (const QModelIndex &chosen : list->selectionModel()->selectedIndexes())
            selected.append(table.key(chosen.row()));
        fixture.panel->showServers(selected);
    });
    window.resize(size.width() * 2, size.height());
    window.show();
    const int end = QApplication::exec();
    fixture.panel->setParent(nullptr); // it belongs to the fixture
    return end;
}

// SPDX-License-Identifier: GPL-3.0-or-later
// Not a test: a window on an account in trouble, to look at or to save as a picture. See its --help.
#include "support/scriptedserver.h"
#include "ui/window/windowfixture.h"

#include "pages/accountpage.h"
#include "pages/rowspage.h"
#include "session/accountsession.h"
#include "views/navigatorview.h"
#include "views/rowsview.h"
#include "widgets/filteredit.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QHeaderView>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QTimer>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int patience = 120'000; // ms

QPalette darkPalette()
{
    QPalette dark;
    for (const QPalette::ColorRole role : {QPalette::Window, QPalette::Button})
        dark.setColor(role, QColor(0x2a2e32));
    dark.setColor(QPalette::Base, QColor(0x1b1e20));
    dark.setColor(QPalette::AlternateBase, QColor(0x232629));
    dark.setColor(QPalette::ToolTipBase, QColor(0x31363b));
    for (const QPalette::ColorRole role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText})
        dark.setColor(role, QColor(0xfcfcfc));
    dark.setColor(QPalette::PlaceholderText, QColor(0xa1a9b1));
    dark.setColor(QPalette::Highlight, QColor(0x3daee9));
    dark.setColor(QPalette::HighlightedText, QColor(0x1b1e20));
    dark.setColor(QPalette::Link, QColor(0x1d99f3));
    return dark;
}

/// Guests without a device state, every second one halted.
ScriptedServer::Answer provisionedGuests(const ScriptedServer::Request &request)
{
    if (request.path().endsWith("SoftLayer_Account/getObject.json"))
        return ScriptedServer::json(
            R"({"id":1234567,"companyName":"Acme","hardwareCount":0,"virtualGuestCount":28})");
    if (request.path().endsWith("/getPowerState.json"))
        return ScriptedServer::json(R"({"keyName":"HALTED","name":"Halted"})");
    QJsonArray guests;
    for (int id = 0; id < 28; ++id) {
        guests.append(QJsonObject{
            {u"id"_s, 125000 + id},
            {u"fullyQualifiedDomainName"_s, QString(u"web%1.example.com"_s).arg(id, 2, 10, QChar(u'0'))},
            {u"status"_s, QJsonObject{{u"keyName"_s, u"ACTIVE"_s}, {u"name"_s, u"Active"_s}}},
            {u"powerState"_s, QJsonObject{{u"keyName"_s, id % 2 == 0 ? u"HALTED"_s : u"RUNNING"_s}}},
            {u"datacenter"_s, QJsonObject{{u"id"_s, 1}, {u"name"_s, u"dal10"_s}}},
            {u"maxCpu"_s, 4},
            {u"maxMemory"_s, 8192},
            {u"primaryBackendIpAddress"_s, QString(u"198.51.100.%1"_s).arg(id + 1)},
            {u"privateNetworkOnlyFlag"_s, true}});
    }
    for (const QJsonValue &guest : std::as_const(guests)) { // also where it is asked for row by row
        const QByteArray id = '/' + QByteArray::number(guest[u"id"_s].toInteger()) + '/';
        if (request.path().contains(id) && request.path().endsWith("getObject.json"))
            return ScriptedServer::json(QJsonDocument(guest.toObject()).toJson());
    }
    if (!request.path().endsWith("getVirtualGuests.json"))
        return ScriptedServer::json("[]");
    ScriptedServer::Answer list = ScriptedServer::json(QJsonDocument(guests).toJson());
    list.headers.append(std::pair(QByteArray("SoftLayer-Total-Items"), QByteArray::number(guests.size())));
    return list;
}

class Trouble
{
public:
    Trouble(const QString &name, QSize size)
        : m_name(name)
        , m_size(size)
    {}

    [[nodiscard]] bool make();
    [[nodiscard]] MainWindow &window() const { return *m_fixture->window; }

private:
    void open(int servers, int latency)
    {
        m_fixture =
            std::make_unique<WindowFixture>(servers, std::chrono::milliseconds(latency), FaultPlan(), 12);
        m_fixture->window->resize(m_size);
        m_fixture->open();
    }
    [[nodiscard]] AccountSession &session() const { return *m_fixture->window->session(); }
    [[nodiscard]] AccountLoader::State state() const { return session().loader().state(); }
    [[nodiscard]] bool loads() const
    {
        return QTest::qWaitFor([this] { return state() == AccountLoader::State::Finished; }, patience);
    }
    [[nodiscard]] bool stopsHalfway() const
    {
        const bool isHalfway =
            QTest::qWaitFor([this] { return session().loader().progress().settledRows > 300; }, patience);
        m_fixture->trigger(u"stop"_s);
        return isHalfway;
    }
    void filter(const QString &words) const
    {
        auto *field = m_fixture->window->findChild<FilterEdit *>();
        field->setText(words);
        QTest::keyClick(field, Qt::Key_Return);
    }

    QString m_name;
    QSize m_size;
    ScriptedServer m_script;
    std::unique_ptr<WindowFixture> m_fixture;
};

bool Trouble::make()
{
    if (m_name == u"stopped") {
        open(3500, 120);
        return stopsHalfway();
    }
    if (m_name == u"undecided" || m_name == u"some-undecided") {
        open(3500, 120);
        if (!stopsHalfway())
            return false;
        filter(m_name == u"undecided" ? u"owner:bob"_s : u"tag:prod"_s);
        return true;
    }
    if (m_name == u"failed") {
        open(500, 0);
        if (!loads())
            return false;
        m_fixture->server.reset();
        m_fixture->trigger(u"refresh"_s);
        return QTest::qWaitFor([this] { return session().loader().outage().has_value(); }, patience);
    }
    if (m_name == u"refused") {
        m_fixture = std::make_unique<WindowFixture>(
            120, std::chrono::milliseconds(0),
            FaultPlan{{{Fault::Kind::RefusedRelation, {}, 0, u"billingItem"_s, {}}}, 0, false}, 4);
        m_fixture->window->resize(m_size);
        m_fixture->open();
        if (!loads())
            return false;
        m_fixture->window->page()->navigator().setCurrentNode(u"refused"_s);
        return true;
    }
    if (m_name == u"gone") {
        open(120, 0);
        if (!loads())
            return false;
        FaultPlan plan;
        const qint64 id = m_fixture->server->account().guestId(3);
        plan.faults = {{Fault::Kind::NotFound, {}, 0, {}, {id}}};
        m_fixture->server->setFaultPlan(plan);
        m_fixture->window->page()->goToRow({RowKind::Virtual, id});
        return true;
    }
    if (m_name.startsWith(u"at:")) {
        open(500, 0);
        if (!loads())
            return false;
        m_fixture->window->page()->navigator().setCurrentNode(m_name.sliced(3));
        RowsView *view = m_fixture->window->page()->currentPage().view();
        if (!QTest::qWaitFor([view] { return view->model()->rowCount() > 3; }, patience) || !loads())
            return false;
        view->setCurrentIndex(view->model()->index(3, view->header()->logicalIndex(0)));
        return true;
    }
    if (m_name == u"halted") {
        m_script.setScript(provisionedGuests);
        m_fixture = std::make_unique<WindowFixture>(0);
        m_fixture->window->resize(m_size);
        m_fixture->openAs({m_script.restBase(),
                           {Credentials::Scheme::Basic, u"user"_s, u"key"_s},
                           QNetworkProxy(QNetworkProxy::NoProxy)});
        m_fixture->window->show();
        if (!loads())
            return false;
        return QTest::qWaitFor([this] { return session().servers().rowCount() > 0; }, patience);
    }
    return false;
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOptions({{u"size"_s, u"Of the window."_s, u"WxH"_s, u"1440x900"_s},
                       {u"dark"_s, u"A dark palette."_s},
                       {u"save"_s, u"As a picture, and end."_s, u"file"_s}});
    parser.addPositionalArgument(
        u"trouble"_s, u"stopped, undecided, some-undecided, failed, refused, gone, halted, or without "
                      "any at a node of the navigator: at:vlans"_s);
    parser.process(app);
    if (parser.isSet(u"dark"_s))
        QApplication::setPalette(darkPalette());
    const QStringList sides = parser.value(u"size"_s).split(u'x');
    Trouble trouble(parser.positionalArguments().value(0), {sides.value(0).toInt(), sides.value(1).toInt()});
    if (!trouble.make())
        return 1;
    if (!parser.isSet(u"save"_s))
        return QApplication::exec();
    // What follows from the end of the load is on screen a moment later.
    QTimer::singleShot(1'500, &app, [&] {
        QApplication::exit(trouble.window().grab().save(parser.value(u"save"_s)) ? 0 : 1);
    });
    return QApplication::exec();
}

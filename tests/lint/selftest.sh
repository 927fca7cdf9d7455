#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Proves that a lint can fail: builds a small tree that it must accept, breaks one rule at a time, and looks for the
# complaint: selftest.sh LINT [TOOL THAT THE LINT NEEDS]
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
lint=$1
tree=$(mktemp -d)
trap 'rm -rf "$tree"' EXIT
failures=0

# write PATH: a file of the tree, its text from stdin.
write() {
    mkdir -p "$(dirname "$tree/$1")"
    cat >"$tree/$1"
}

run_lint() {
    "$here/$lint.sh" "$tree" "${lint_options[@]}" 2>&1
}

# accepts: the lint has nothing to say about the tree.
accepts() {
    local output
    if ! output=$(run_lint); then
        printf 'the lint %s complains about a good tree:\n%s\n' "$lint" "$output"
        failures=$((failures + 1))
    fi
}

# rejects PATH COMPLAINT: the lint fails and its output has COMPLAINT; then the file PATH is removed.
rejects() {
    local output code=0
    output=$(run_lint) || code=$?
    if [[ $code -ne 1 || $output != *"$2"* ]]; then
        printf 'the lint %s should fail with "%s", but ended with %s and said:\n%s\n' "$lint" "$2" "$code" "$output"
        failures=$((failures + 1))
    fi
    rm "$tree/$1"
}

licence='// SPDX-License-Identifier: GPL-3.0-or-later'
lint_options=("${@:2}")
write app/core/good.cpp <<<"$licence"

case $lint in
    spdx)
        accepts
        for path in app/core/bad.cpp ui/bad.h tests/CMakeLists.txt packaging/bad.sh .ci/run; do
            write "$path" <<<'# nothing'
            rejects "$path" "./$path "
        done
        write app/empty.h <<<''
        write app/last.h <<<"$licence"
        rejects app/empty.h ./app/empty.h
        ;;
    allowlist)
        accepts # a tree without the list
        write app/api/allowedmethods.inc <<'END'
// SPDX-License-Identifier: GPL-3.0-or-later
// Why
{"SoftLayer_Account", "getHardware"},
{"SoftLayer_Account", "getObject"},
{"SoftLayer_Network_LBaaS_LoadBalancer", "getAllObjects", AllowedMethod::Value},
END
        accepts
        good=$(<"$tree/app/api/allowedmethods.inc")
        while IFS='|' read -r line complaint; do
            write app/api/allowedmethods.inc <<<"$good"$'\n'"$line"
            rejects app/api/allowedmethods.inc "$complaint"
        done <<'END'
{"SoftLayer_Ticket", "deleteObject"},|is not one method
{"SoftLayer_Ticket", "getObject"}, {"SoftLayer_Ticket", "getUpdates"},|is not one method
    {"SoftLayer_Ticket", "getObject"},|is not one method
{"SoftLayer_Account", "getHardware"},|is twice
{"SoftLayer_Network_LBaaS_LoadBalancer", "getAllObjects"},|is twice
{"SoftLayer_Account", "getUsers"},|is not in its place
END
        ;;
    waits)
        write tests/good.cpp <<<'QTRY_COMPARE(spy.count(), 1); // no QTest::qWait(5) here'
        accepts
        while IFS= read -r line; do
            write tests/bad.cpp < <(printf '\n%s\n' "$line")
            rejects tests/bad.cpp tests/bad.cpp:2:
        done <<'E2'
    QTest::qWait(10);
    QTest::qSleep (10);
    QThread::msleep(10);
    std::this_thread::sleep_for(1s);
    QCoreApplication::processEvents();
E2
        write app/core/bad.cpp <<<'QEventLoop loop;'
        rejects app/core/bad.cpp app/core/bad.cpp:1:
        ;;
    secrets)
        write app/api/redactor.cpp <<<'u"password"'
        write app/demo/typecatalogue.cpp <<<'u"remoteManagementAccounts"'
        accepts
        for word in passwords remoteManagementAccounts operatingSystem.passwords.password userData.value \
            operatingSystem.manufacturerLicenseInstance; do
            write app/inventory/bad.cpp <<<"mask.add(\"$word\");"
            rejects app/inventory/bad.cpp app/inventory/bad.cpp:1:
        done
        while IFS= read -r line; do
            write app/api/bad.cpp <<<"$line"
            rejects app/api/bad.cpp app/api/bad.cpp:1:
        done <<'END'
qCDebug(logApi) << connection.credentials.user;
qWarning() << "key" << m_secret.secret;
qInfo().noquote() << credentials.authorizationHeader();
qDebug() << proxy.password();
qInstallMessageHandler(nullptr);
END
        write app/api/redactor.h <<<'class Redactor; const Redactor redactor;'
        write ui/good.cpp <<<'const Redactor &redactor = client.redactor(); // no Redactor(connection) here'
        accepts
        while IFS= read -r line; do
            write ui/bad.cpp <<<"$line"
            rejects ui/bad.cpp ui/bad.cpp:1:
        done <<'END'
    Redactor m_redactor;
    return Redactor(m_client.connection()).redacted(text);
    const Redactor own{connection};
END
        ;;
    includes)
        headers=$tree/qt/QtGui
        mkdir -p "$headers"
        touch "$headers/QColor" "$headers/qcolor.h"
        lint_options=("$headers")
        write app/cli/good.cpp <<<'#include "loaders/pages.h"'
        write app/exporting/good.h < <(printf '#include "%s"\n' csv/inventorycsv.h loaders/loadoutcome.h)
        write app/csv/good.h <<<'#include "inventory/rowkey.h" // and <QtGui/QColor> only in words'
        write ui/main.cpp <<<'#include "demo/simulatedserver.h"'
        write ui/session/good.h <<<'#include "models/rowsmodel.h"'
        write ui/panels/good.cpp < <(printf '#include "%s"\n' panels/factview.h details/serverfacts.h widgets/tones.h)
        write ui/window/good.cpp < <(printf '#include "%s"\n' session/accountsession.h pages/rowspage.h)
        write tests/good.cpp <<<'#include "demo/simulatedserver.h"'
        accepts
        write ui/others/bad.h <<<"$licence"
        rejects ui/others/bad.h 'ui/others/bad.h  <- this folder has no place'
        write ui/core/bad.h <<<"$licence"
        rejects ui/core/bad.h 'ui/core/bad.h  <- app has a folder of this name'
        while read -r path include; do
            write "$path" <<<"#include $include"
            rejects "$path" "$path:1:$include"
        done <<'E2'
app/core/bad.h "api/apirequest.h"
app/api/bad.h "inventory/rowkey.h"
app/inventory/bad.cpp "loaders/pages.h"
app/loaders/bad.cpp "csv/csvwriter.h"
app/csv/bad.cpp "loaders/pages.h"
app/csv/bad.cpp "exporting/exportkind.h"
app/csv/bad.cpp "tables/document.h"
app/tables/bad.cpp "loaders/pages.h"
app/tables/bad.cpp "exporting/exportkind.h"
app/exporting/bad.cpp "cli/commandline.h"
app/cli/bad.cpp "demo/simulatedserver.h"
app/core/bad.cpp "window/mainwindow.h"
app/core/bad.cpp "../api/apirequest.h"
app/core/bad.cpp <QtGui/QColor>
app/core/bad.cpp <QColor>
ui/models/bad.cpp <qcolor.h>
ui/models/bad.cpp <QtWidgets>
ui/models/bad.cpp "views/rowsview.h"
ui/models/bad.cpp "widgets/icons.h"
ui/widgets/bad.cpp "core/decimal.h"
ui/widgets/bad.h "models/inventoryroles.h"
ui/delegates/bad.h "views/tableheader.h"
ui/views/bad.cpp "panels/factview.h"
ui/panels/bad.cpp "views/rowsview.h"
ui/session/bad.cpp "dialogs/exportflow.h"
ui/session/bad.h "widgets/mutedlabel.h"
ui/dialogs/bad.cpp "pages/rowspage.h"
ui/docks/bad.cpp "pages/accountpage.h"
ui/panels/bad.h "docks/panelspec.h"
ui/pages/bad.h "window/openaccount.h"
ui/window/bad.cpp "demo/simulatedserver.h"
ui/window/bad.h "displaycheck.h"
E2
        ;;
    kinds)
        write app/inventory/kinds.h <<<$'extern const TableSpec vlansTable;\nextern const TableSpec poolsTable;'
        write app/inventory/kinds/vlans.cpp <<<$'{.key = "id"}\n{.kind = RowKind::Vlan,\n .key = "vlan",\n .goTo = ""},
const TableSpec vlansTable{\n.key = "vlans", .catalogue = x};\nRelation{.key = "servers"};'
        write ui/window/good.cpp <<<'add(u"id"_s, u"servers"_s, u"of a vlan"_s, u"vlans "_s);'
        write ui/views/good.cpp <<<'show(vlansTable);'
        write ui/models/good.h < <(printf '%s\n' '    RowKind kind = RowKind::Vlan; // until it has its own' \
            '// as RowKind::Vlan' 'std::array<int, RowKind::Count> counts;' 'Table m_vlansTable; wholeTable(rows);')
        accepts
        while read -r path line; do
            write "$path" <<<"$line"
            rejects "$path" "$path:1:"
        done <<'E2'
app/loaders/bad.cpp if (&table == &vlansTable)
app/cli/bad.h const TableSpec *table = &vlansTable;
app/exporting/bad.cpp file(vlansTable);
ui/models/bad.cpp counts[RowKind::Count] = countOf(RowKind::Vlan);
ui/models/bad.cpp RowKind kind = RowKind::Vlan;
ui/docks/bad.cpp case RowKind::Vlan:
ui/pages/bad.cpp if(table==vlansTable||RowKind::Count)
ui/window/bad.cpp using enum RowKind;
ui/window/bad.cpp show(u"vlans"_s);
ui/pages/bad.h if (key == "vlan"_L1)
E2
        # An exception is for one name in one file, has a reason, and goes with what it is for.
        write ui/pages/excepted.cpp <<<'vlansTable, poolsTable, RowKind::Vlan'
        excepted='ui/pages/excepted.cpp vlansTable RowKind::Vlan'
        write tests/lint/kinds.txt < <(printf '# Why\n\n%s poolsTable | for now\n' "$excepted")
        accepts
        write ui/pages/bad.cpp <<<'vlansTable'
        rejects ui/pages/bad.cpp ui/pages/bad.cpp:1:
        write tests/lint/kinds.txt <<<"$excepted | for now"
        rejects tests/lint/kinds.txt ui/pages/excepted.cpp:1:
        write tests/lint/kinds.txt <<<"$excepted poolsTable"
        rejects tests/lint/kinds.txt 'kinds.txt:1  <- say why'
        write tests/lint/kinds.txt < <(printf '%s\n' "$excepted | for now" "$excepted poolsTable | twice")
        rejects tests/lint/kinds.txt 'is twice in'
        write tests/lint/kinds.txt <<<"$excepted poolsTable RowKind::Pool | for now"
        rejects tests/lint/kinds.txt 'ui/pages/excepted.cpp RowKind::Pool  <- is not needed any more'
        ;;
    tooltips)
        write ui/widgets/good.cpp <<'END'
    m_load->setToolTip(tr("Stop the load; \"all\" of it"));
    m_load->setToolTip(isRunning() ? tr("Stop it") : tr("Try it", "a key"));
    m_load->setToolTip(tr("What has two lines "
                          "is one text"));
    m_load->setToolTip({});
    action->setToolTip(spec.translatedDescription());
    setTabToolTip(index, plainToolTip(m_names.at(index)));
    QToolTip::showText(event->globalPos(),
                       plainToolTip(text()), this);
    showText();
END
        accepts
        while IFS= read -r line; do
            write ui/window/bad.cpp < <(printf '\n%b\n' "$line")
            rejects ui/window/bad.cpp ui/window/bad.cpp:2:
        done <<'END'
    m_account->setToolTip(title);
    m_account->setToolTip(tr("Account %1").arg(title));
    m_account->setToolTip(isOpen ? title : tr("None"));
    m_account->setToolTip(\n        title);
    setTabToolTip(index, m_names.at(index));
    QToolTip::showText(help->globalPos(), text(), this);
END
        ;;
    format)
        cp "$here/../../.clang-format" "$tree/"
        if ! output=$(run_lint) && [[ $output == *'not installed'* ]]; then
            echo "$output"
            exit 77
        fi
        accepts
        write app/core/bad.cpp <<<'int  x ;'
        rejects app/core/bad.cpp app/core/bad.cpp
        ;;
    scripts)
        if ! command -v shellcheck >/dev/null; then
            echo "shellcheck is not installed"
            exit 77
        fi
        accepts
        # shellcheck disable=SC2016 # the point is the unquoted variable
        write bad.sh <<<$'#!/bin/bash\nrm $1'
        rejects bad.sh bad.sh
        ;;
    metadata)
        if ! command -v desktop-file-validate >/dev/null || ! command -v appstreamcli >/dev/null; then
            echo "desktop-file-utils or appstream is not installed"
            exit 77
        fi
        mkdir -p "$tree/packaging"
        cp "$here"/../../packaging/*.{desktop,metainfo.xml.in} "$tree/packaging/"
        accepts
        write packaging/bad.desktop <<<$'[Desktop Entry]\nType=Application'
        rejects packaging/bad.desktop packaging/bad.desktop
        write packaging/bad.metainfo.xml.in <<<'<component type="desktop-application"><id>a.b.c</id></component>'
        rejects packaging/bad.metainfo.xml.in "Validation failed"
        ;;
    plurals)
        write translations/layerscope_en.ts <<'E2'
        <source>%n &lt;server(s)&gt;</source>
        <translation><numerusform>%n server</numerusform><numerusform>%n servers</numerusform></translation>
E2
        write ui/good.cpp <<<'tr("%n <server(s)>", nullptr, count)'
        accepts
        write ui/bad.cpp <<<'tr("%n pool(s)", nullptr, count)'
        rejects ui/bad.cpp "ui/bad.cpp:1: %n pool(s)"
        cat >>"$tree/translations/layerscope_en.ts" <<'E2'
        <source>%n row(s)</source>
        <translation type="unfinished"><numerusform></numerusform></translation>
E2
        rejects ui/good.cpp "%n row(s)"
        ;;
    texts)
        write app/good.cpp <<'E2'
namespace layerscope {
struct Text { Q_DECLARE_TR_FUNCTIONS(Good) };
QString f() { return Text::tr("good"); }
}
E2
        accepts
        write app/bad.cpp <<'E2'
namespace layerscope {
QString tr(const char *text) { return QCoreApplication::translate("Bad", text); }
QString f() { return tr("of a free function"); }
}
E2
        rejects app/bad.cpp "app/bad.cpp: of a free function"
        ;;
    *)
        echo "there is no self-test for the lint $lint"
        exit 1
        ;;
esac

exit $((failures > 0))

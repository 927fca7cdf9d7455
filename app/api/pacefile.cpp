// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/pacefile.h"

#include <QCryptographicHash>
#include <QMap>
#include <QSettings>
#include <QStandardPaths>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

// Of an account's group.
const QString callsKey = u"calls"_s;
const QString writtenKey = u"written"_s;
const QString listsGroup = u"lists"_s;
const QString refusedGroup = u"refused"_s;
// Of a list in it.
const QString rowsKey = u"rows"_s;
const QString limitedKey = u"limited"_s;

/// What is above was not written by us.
constexpr int maxCalls = 1'000;
constexpr int maxRows = 10'000;
constexpr qsizetype maxRefused = 1'000; ///< Characters.

QString groupOf(const Connection &connection)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(connection.restBase.toEncoded());
    hash.addData(QByteArrayLiteral("\n"));
    hash.addData(connection.credentials.user.toUtf8());
    return QString::fromLatin1(hash.result().toHex().left(32));
}

int numberUpTo(const QVariant &value, int most)
{
    bool isNumber = false;
    const int number = value.toInt(&isNumber);
    return isNumber && number > 0 && number <= most ? number : 0;
}

/// So that the file does not grow for ever.
void dropOldest(QSettings &file)
{
    QMultiMap<QString, QString> groupOfTime; // an ISO date sorts as what it means
    const QStringList groups = file.childGroups();
    for (const QString &group : groups)
        groupOfTime.insert(file.value(group + u'/' + writtenKey).toString(), group);
    while (groupOfTime.size() > PaceFile::maxAccounts) {
        file.remove(groupOfTime.first());
        groupOfTime.erase(groupOfTime.begin());
    }
}

} // namespace

PaceFile::PaceFile(QString path)
    : m_path(std::move(path))
{}

QString PaceFile::usualPath()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::CacheLocation);
    return folder.isEmpty() ? QString() : folder + u"/pace.ini"_s;
}

ServerPace PaceFile::pace(const Connection &connection, const QDateTime &now) const
{
    ServerPace pace;
    if (m_path.isEmpty() || Connection::isLoopback(connection.restBase.host()))
        return pace;
    QSettings file(m_path, QSettings::IniFormat);
    file.beginGroup(groupOf(connection));
    pace.callsAtOnce = numberUpTo(file.value(callsKey), maxCalls);
    const QDateTime written = QDateTime::fromString(file.value(writtenKey).toString(), Qt::ISODate);
    const bool areLimitsFresh = written.isValid() && written <= now && written.addDuration(limitsLast) > now;
    file.beginGroup(listsGroup);
    const QStringList methods = file.childGroups();
    for (const QString &method : methods) {
        const int rows = numberUpTo(file.value(method + u'/' + rowsKey), maxRows);
        if (rows > 0)
            pace.lists.insert(method.toLatin1(),
                              {rows, areLimitsFresh && file.value(method + u'/' + limitedKey).toBool()});
    }
    file.endGroup();
    file.beginGroup(refusedGroup);
    const QStringList refused = areLimitsFresh ? file.childKeys() : QStringList();
    for (const QString &rows : refused) {
        const QByteArray names = file.value(rows).toString().toLatin1();
        if (!names.isEmpty() && names.size() <= maxRefused)
            pace.refused.insert(rows.toLatin1(), names.split(','));
    }
    return pace;
}

void PaceFile::setPace(const Connection &connection, const ServerPace &pace, const QDateTime &now) const
{
    if (m_path.isEmpty() || Connection::isLoopback(connection.restBase.host()))
        return;
    QSettings file(m_path, QSettings::IniFormat);
    file.beginGroup(groupOf(connection));
    file.setValue(callsKey, pace.callsAtOnce);
    file.setValue(writtenKey, now.toString(Qt::ISODate));
    file.beginGroup(listsGroup);
    for (auto list = pace.lists.cbegin(); list != pace.lists.cend(); ++list) {
        const QString method = QString::fromLatin1(list.key());
        file.setValue(method + u'/' + rowsKey, list->rows);
        file.setValue(method + u'/' + limitedKey, list->isLimited);
    }
    file.endGroup();
    file.remove(refusedGroup); // what is none any more
    file.beginGroup(refusedGroup);
    for (auto rows = pace.refused.cbegin(); rows != pace.refused.cend(); ++rows)
        file.setValue(QString::fromLatin1(rows.key()), QString::fromLatin1(rows->join(',')));
    file.endGroup();
    file.endGroup();
    dropOldest(file);
}

} // namespace layerscope

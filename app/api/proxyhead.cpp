// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/proxyhead.h"

#include <algorithm>

namespace layerscope {

namespace {

QByteArray valueOf(const QByteArray &line)
{
    return line.mid(line.indexOf(':') + 1).trimmed();
}

bool isHeader(const QByteArray &line, const char *name)
{
    return line.left(line.indexOf(':')).trimmed().compare(name, Qt::CaseInsensitive) == 0;
}

bool isNtlmStep(const QByteArray &value)
{
    return isAuthScheme(value, "NTLM") && value.trimmed().contains(' ');
}

} // namespace

ProxyAnswer ProxyAnswer::read(const QByteArray &head)
{
    const QList<QByteArray> lines = head.split('\n');
    ProxyAnswer answer;
    answer.status = lines.first().split(' ').value(1).trimmed().toInt();
    for (const QByteArray &line : lines) {
        if (isHeader(line, "Content-Length"))
            answer.bodySize = valueOf(line).toLongLong();
        else if (isHeader(line, "Transfer-Encoding"))
            answer.closes = true; // rather a new connection than reading chunks
        else if (isHeader(line, "Connection") || isHeader(line, "Proxy-Connection"))
            answer.closes = answer.closes || valueOf(line).compare("close", Qt::CaseInsensitive) == 0;
        else if (isHeader(line, "Proxy-Authenticate"))
            answer.offers += valueOf(line);
    }
    return answer;
}

QByteArray ProxyAnswer::ntlmStep() const
{
    const auto step = std::find_if(offers.cbegin(), offers.cend(), isNtlmStep);
    return step != offers.cend() ? *step : QByteArray();
}

QByteArray headerOf(const QByteArray &head, const char *name)
{
    QByteArray value;
    for (const QByteArray &line : head.split('\n')) {
        if (isHeader(line, name))
            value = valueOf(line);
    }
    return value;
}

bool isAuthScheme(const QByteArray &value, const char *scheme)
{
    const qsizetype end = value.indexOf(' ');
    const QByteArray word = end < 0 ? value : value.left(end);
    return word.compare(scheme, Qt::CaseInsensitive) == 0;
}

bool isLastNtlmStep(const QByteArray &value)
{
    constexpr qsizetype typeAt = 8; // after "NTLMSSP\0"
    const QByteArray message = QByteArray::fromBase64(value.mid(value.indexOf(' ') + 1));
    return isNtlmStep(value) && message.size() > typeAt && message.at(typeAt) == 3;
}

QByteArray proxyRefusal(const QList<QByteArray> &offers)
{
    QByteArray head = "HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n";
    for (const QByteArray &offer : offers)
        head += "Proxy-Authenticate: " + offer + "\r\n";
    return head + "\r\n";
}

} // namespace layerscope

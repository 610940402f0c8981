#include "job/rules/secretlike.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace braketeer::job::rules {

using namespace Qt::StringLiterals;

namespace {

/// "db_password", "dbPassword" and "DB-PASSWORD" are the words "db" and "password".
QStringList words(const QString &name)
{
    static const QRegularExpression hump(u"([a-z0-9])([A-Z])"_s);
    static const QRegularExpression separator(u"[^A-Za-z0-9]+"_s);
    return QString(name).replace(hump, u"\\1_\\2"_s).toLower().split(separator, Qt::SkipEmptyParts);
}

bool nameIsSecret(const QString &name)
{
    static const QStringList telling{u"password"_s, u"passwd"_s,     u"passphrase"_s, u"secret"_s,
                                     u"apikey"_s,   u"credential"_s, u"credentials"_s};
    static const QStringList tellingPairs{u"api key"_s,      u"private key"_s, u"access key"_s,
                                          u"access token"_s, u"auth token"_s,  u"session token"_s};
    const QStringList parts = words(name);
    const QString joined = u' ' + parts.join(u' ') + u' ';
    return std::ranges::any_of(parts, [](const QString &word) { return telling.contains(word); })
           || std::ranges::any_of(tellingPairs,
                                  [&joined](const QString &pair) { return joined.contains(u' ' + pair + u' '); });
}

/// 40 letters, digits, + and / with all three kinds among them, and nothing else: the form of an AWS secret key. Not a
/// hash, which has no upper and lower case together.
bool isLongKey(const QString &value)
{
    static const QRegularExpression form(uR"(\A[A-Za-z0-9+/]{40,128}={0,2}\z)"_s);
    static const QRegularExpression upper(u"[A-Z]"_s);
    static const QRegularExpression lower(u"[a-z]"_s);
    static const QRegularExpression digit(u"[0-9]"_s);
    return form.match(value).hasMatch() && value.contains(upper) && value.contains(lower) && value.contains(digit);
}

bool hasKnownForm(const QString &value)
{
    static const QRegularExpression accessKey(uR"(\b(AKIA|ASIA)[A-Z0-9]{16}\b)"_s);
    static const QRegularExpression gitHubToken(uR"(\bgh[pousr]_[A-Za-z0-9]{36})"_s);
    return (value.contains("AKIA"_L1) || value.contains("ASIA"_L1) ? accessKey.match(value).hasMatch() : false)
           || (value.contains("gh"_L1) && gitHubToken.match(value).hasMatch())
           || (value.contains("-----BEGIN "_L1) && value.contains("PRIVATE KEY"_L1));
}

} // namespace

SecretHint looksSecret(const QString &name, const QString &value)
{
    if (hasKnownForm(value) || isLongKey(value))
        return SecretHint::Value;
    return !value.isEmpty() && nameIsSecret(name) ? SecretHint::Name : SecretHint::None;
}

} // namespace braketeer::job::rules

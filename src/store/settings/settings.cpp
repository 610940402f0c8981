#include "store/settings/settings.h"

using namespace Qt::StringLiterals;

namespace braketeer::store {
namespace {

constexpr const Setting *rows[] = {
    &setting::profile,         &setting::region,         &setting::endpointUrl,      &setting::caBundle,
    &setting::credentialNames, &setting::language,       &setting::colourScheme,     &setting::geometry,
    &setting::layout,          &setting::historyColumns, &setting::shownSection,     &setting::recentFiles,
    &setting::commandTarget,   &setting::commandForm,    &setting::storageBookmarks, &setting::storageRecents,
    &setting::storageTerms,    &setting::confirmCreate,  &setting::watchJobs,        &setting::paneMargins,
};

} // namespace

std::span<const Setting *const> allSettings()
{
    return rows;
}

Settings::Settings(const QString &path, QObject *parent) : QObject(parent), m_file(path, QSettings::IniFormat) { }

bool Settings::flag(const Setting &row) const
{
    const QString text = m_file.value(QLatin1StringView(row.key)).toString();
    if (text == u"true"_s || text == u"false"_s)
        return text == u"true"_s;
    return QByteArrayView(row.defaultText) == "true";
}

int Settings::integer(const Setting &row) const
{
    bool isNumber = false;
    const int number = m_file.value(QLatin1StringView(row.key)).toString().toInt(&isNumber);
    return isNumber ? number : QByteArrayView(row.defaultText).toInt();
}

QString Settings::text(const Setting &row) const
{
    return m_file.value(QLatin1StringView(row.key), QString::fromUtf8(row.defaultText)).toString();
}

QStringList Settings::list(const Setting &row) const
{
    return m_file.value(QLatin1StringView(row.key)).toStringList();
}

QByteArray Settings::bytes(const Setting &row) const
{
    return QByteArray::fromBase64(m_file.value(QLatin1StringView(row.key)).toByteArray());
}

void Settings::set(const Setting &row, const QVariant &value)
{
    const QLatin1StringView key(row.key);
    QVariant kept = value;
    if (row.type == Setting::Type::Bytes)
        kept = QString::fromLatin1(value.toByteArray().toBase64());
    else if (row.type == Setting::Type::Boolean)
        kept = value.toBool() ? u"true"_s : u"false"_s;
    if (m_file.value(key) == kept)
        return;
    m_file.setValue(key, kept);
    Q_EMIT changed(row.key);
}

void Settings::reset(const Setting &row)
{
    const QLatin1StringView key(row.key);
    if (!m_file.contains(key))
        return;
    m_file.remove(key);
    Q_EMIT changed(row.key);
}

bool Settings::sync()
{
    m_file.sync();
    return m_file.status() == QSettings::NoError;
}

} // namespace braketeer::store

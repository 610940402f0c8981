#include "aws/credentials/configfile.h"

#include <QCoreApplication>

#include <algorithm>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace braketeer::aws {
namespace {

enum class FileKind { Config, Credentials };

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

bool isComment(QByteArrayView text)
{
    return text.startsWith('#') || text.startsWith(';');
}

/// Letters, digits and a few signs: what all AWS tools take in names of profiles and properties.
bool isName(QByteArrayView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
               || QByteArrayView("_-/.%@:+").contains(c);
    });
}

/// Without a comment that has white space before it, and without the white space.
QByteArrayView withoutComment(QByteArrayView text)
{
    for (qsizetype i = 1; i < text.size(); ++i) {
        if ((text[i] == '#' || text[i] == ';') && isBlank(text[i - 1]))
            return text.first(i).trimmed();
    }
    return text;
}

struct Property
{
    QByteArrayView name;
    QByteArrayView value;
};

/// One file's pass over its lines. Sections go straight into their maps; a value is stored when the next line shows
/// that it is complete.
class Reader
{
public:
    Reader(FileKind kind, QString fileName) : m_kind(kind), m_fileName(std::move(fileName)) { }

    core::Result<SharedConfig> read(QByteArrayView text)
    {
        if (text.startsWith("\xEF\xBB\xBF"))
            text = text.sliced(3);
        while (!text.isEmpty()) {
            const qsizetype end = text.indexOf('\n');
            ++m_line;
            if (const core::Result<> line = readLine(end < 0 ? text : text.first(end)); !line)
                return core::fail(line.error());
            text = end < 0 ? QByteArrayView() : text.sliced(end + 1);
        }
        storeValue();
        if (m_plainDefault && !m_config.profiles.contains(u"default"_s))
            m_config.profiles.insert(u"default"_s, *m_plainDefault);
        return std::move(m_config);
    }

private:
    core::Result<> readLine(QByteArrayView line)
    {
        const QByteArrayView text = line.trimmed();
        if (text.isEmpty() || isComment(text))
            return {};
        const auto indent = std::find_if_not(line.begin(), line.end(), isBlank) - line.begin();
        if (m_valueOpen && indent > m_indent)
            return continueValue(text);
        storeValue();
        if (text.startsWith('['))
            return openSection(text);
        m_indent = indent;
        return openValue(text);
    }

    core::Result<> openSection(QByteArrayView text)
    {
        const auto comment = std::find_if(text.begin(), text.end(), [](char c) { return c == '#' || c == ';'; });
        text = text.first(comment - text.begin()).trimmed();
        if (!text.endsWith(']'))
            return fault(QCoreApplication::translate("ConfigFile", "the section header has no closing bracket"));
        m_section = section(text.sliced(1).chopped(1).trimmed());
        return {};
    }

    /// The section that `header` names; a place for things to be forgotten when it names none that is known.
    ConfigSection *section(QByteArrayView header)
    {
        m_ignored = {};
        if (m_kind == FileKind::Credentials)
            return isName(header) ? &m_config.profiles[QString::fromUtf8(header)] : &m_ignored;
        if (header == "default")
            return m_plainDefault ? &*m_plainDefault : &m_plainDefault.emplace();
        const auto blank = std::find_if(header.begin(), header.end(), isBlank);
        const QByteArrayView word = header.first(blank - header.begin());
        const QByteArrayView name = header.sliced(word.size()).trimmed();
        if (!isName(name))
            return &m_ignored;
        if (word == "profile")
            return &m_config.profiles[QString::fromUtf8(name)];
        if (word == "sso-session")
            return &m_config.ssoSessions[QString::fromUtf8(name)];
        if (word == "services")
            return &m_config.services[QString::fromUtf8(name)];
        return &m_ignored;
    }

    core::Result<> openValue(QByteArrayView text)
    {
        if (!m_section)
            return fault(QCoreApplication::translate("ConfigFile", "text before the first section header"));
        const core::Result<Property> property = splitProperty(withoutComment(text));
        if (!property)
            return core::fail(property.error());
        m_name = property->name.toByteArray().toLower();
        m_value = property->value.toByteArray();
        m_valueOpen = true;
        m_nested = m_value.isEmpty();
        return {};
    }

    core::Result<> continueValue(QByteArrayView text)
    {
        if (m_nested) {
            if (const core::Result<Property> property = splitProperty(text); !property)
                return core::fail(property.error());
        }
        m_value += '\n';
        m_value += text;
        return {};
    }

    core::Result<Property> splitProperty(QByteArrayView text) const
    {
        const qsizetype equals = text.indexOf('=');
        if (equals < 0)
            return fault(QCoreApplication::translate("ConfigFile", "expected “name = value”"));
        const Property property{text.first(equals).trimmed(), text.sliced(equals + 1).trimmed()};
        if (property.name.isEmpty())
            return fault(QCoreApplication::translate("ConfigFile", "there is no name before the equals sign"));
        return property;
    }

    void storeValue()
    {
        if (!std::exchange(m_valueOpen, false) || !isName(m_name))
            return;
        const QString name = QString::fromUtf8(m_name);
        if (name == "aws_secret_access_key"_L1 || name == "aws_session_token"_L1)
            m_section->secrets.insert(name, core::Secret(std::exchange(m_value, {})));
        else
            m_section->values.insert(name, QString::fromUtf8(m_value));
    }

    tl::unexpected<core::Error> fault(const QString &what) const
    {
        core::Error error;
        error.kind = core::Error::Kind::Credentials;
        error.message = QCoreApplication::translate("ConfigFile", "%1 cannot be used: line %2: %3.")
                            .arg(m_fileName, QString::number(m_line), what);
        error.suggestion = QCoreApplication::translate("ConfigFile", "Mend that line, or comment it out with #.");
        return tl::unexpected(std::move(error));
    }

    const FileKind m_kind;
    const QString m_fileName;
    SharedConfig m_config;
    std::optional<ConfigSection> m_plainDefault; ///< [default], which counts when there is no [profile default]
    ConfigSection m_ignored;
    ConfigSection *m_section = nullptr;
    QByteArray m_name;
    QByteArray m_value;
    bool m_valueOpen = false;
    bool m_nested = false;
    qsizetype m_indent = 0;
    int m_line = 0;
};

void merge(ConfigSection &into, const ConfigSection &from)
{
    into.values.insert(from.values);
    into.secrets.insert(from.secrets);
}

} // namespace

QMap<QString, QString> ConfigSection::nested(const QString &name) const
{
    QMap<QString, QString> properties;
    const QString text = values.value(name);
    if (!text.startsWith(u'\n'))
        return properties;
    const QStringList lines = text.split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        const qsizetype equals = line.indexOf(u'=');
        if (equals > 0)
            properties.insert(line.first(equals).trimmed().toLower(), line.sliced(equals + 1).trimmed());
    }
    return properties;
}

core::Result<SharedConfig> parseConfigFiles(const ConfigText &config, const ConfigText &credentials)
{
    core::Result<SharedConfig> result = Reader(FileKind::Config, config.name).read(config.text);
    if (!result)
        return result;
    core::Result<SharedConfig> overlay = Reader(FileKind::Credentials, credentials.name).read(credentials.text);
    if (!overlay)
        return overlay;
    for (auto profile = overlay->profiles.cbegin(); profile != overlay->profiles.cend(); ++profile)
        merge(result->profiles[profile.key()], profile.value());
    return result;
}

} // namespace braketeer::aws

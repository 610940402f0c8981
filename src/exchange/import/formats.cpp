#include "exchange/import/formats.h"

#include "exchange/import/documents/answers.h"
#include "exchange/import/notes.h"
#include "exchange/import/powershell/brktjob.h"
#include "exchange/import/python/createjobcall.h"
#include "exchange/import/shell/capture.h"
#include "exchange/import/shell/createjobcalls.h"
#include "exchange/import/shell/signs.h"
#include "exchange/json/readjson.h"
#include "exchange/yaml/readyaml.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace braketeer::exchange {

using namespace Qt::StringLiterals;

namespace {

ImportDrafts readJsonDocument(ImportSource &source)
{
    QStringList repeated;
    const auto value = readJson(source.utf8, DuplicateKeys::LastWins, &repeated);
    if (!value)
        return core::fail(value.error());
    ImportDrafts drafts = draftsOf(*value);
    if (drafts) {
        for (const QString &key : std::as_const(repeated))
            drafts->first().findings << repeatedNote(key);
    }
    return drafts;
}

ImportDrafts readYamlDocument(ImportSource &source)
{
    const auto value = readYaml(source.utf8);
    if (!value)
        return core::fail(value.error());
    return draftsOf(*value);
}

/// JSON when it looks like it, else YAML, of which JSON is a part.
ImportDrafts readDocument(ImportSource &source)
{
    const QString text = source.text.trimmed();
    return text.startsWith(u'{') || text.startsWith(u'[') ? readJsonDocument(source) : readYamlDocument(source);
}

template<ShellReader read>
ImportDrafts readShell(ImportSource &source)
{
    return readCreateJobCalls(source, read);
}

/// The first two characters that are no blanks.
QString beginningOf(const QString &text)
{
    QString beginning;
    for (const QChar character : text) {
        if (!character.isSpace())
            beginning += character;
        if (beginning.size() == 2)
            break;
    }
    return beginning;
}

int likeJson(const QString &text)
{
    const QString beginning = beginningOf(text);
    return beginning.startsWith(u'{') || beginning == u"[{" || beginning == u"[]" ? 100 : 0;
}

/// A first line that names a member, comments and a document's mark aside.
int likeYaml(const QString &text)
{
    static const QRegularExpression key(u"^[ ]*(?:- )?[\"']?([A-Za-z]+)[\"']?[ ]*:(?:\\s|$)"_s);
    for (qsizetype at = 0; at < text.size();) {
        qsizetype end = text.indexOf(u'\n', at);
        if (end < 0)
            end = text.size();
        const QString line = lookAhead(text, at, qMin<qsizetype>(end - at, 300));
        at = end + 1;
        if (line.trimmed().isEmpty() || line.trimmed().startsWith(u'#') || line == u"---" || line.startsWith(u'%'))
            continue;
        const auto match = key.match(line);
        const QString name = match.captured(1);
        const bool isKnown = isMemberName(name) || name == u"jobArn" || name == u"Records";
        return match.hasMatch() ? (isKnown ? 90 : 5) : 0;
    }
    return 0;
}

int likeCmdlet(const QString &text)
{
    return text.contains(u"New-BRKTJob", Qt::CaseInsensitive) ? 80 : 0;
}

int likePython(const QString &text)
{
    static const QRegularExpression call(u"\\bcreate_job\\s*\\("_s);
    if (call.match(text).hasMatch())
        return 70;
    return likeJson(text) > 0 ? 10 : 0; // the repr() of an answer
}

constexpr ImportFormat rows[] = {
    {"sh", QT_TRANSLATE_NOOP("ImportFormat", "shell command (sh, bash, zsh)"),
     [](const QString &text) { return likeShell(text, ShellFamily::Posix); }, readShell<readPosixScript>, true},
    {"powershell", QT_TRANSLATE_NOOP("ImportFormat", "PowerShell command (7.3 and later)"),
     [](const QString &text) { return likeShell(text, ShellFamily::PowerShell); }, readShell<readPowerShellScript>,
     true},
    {"powershell51", QT_TRANSLATE_NOOP("ImportFormat", "PowerShell command (5.1 to 7.2)"),
     [](const QString &text) { return likeShell(text, ShellFamily::PowerShell51); }, readShell<readPowerShell51Script>,
     true},
    {"cmd", QT_TRANSLATE_NOOP("ImportFormat", "command of Windows' command prompt (cmd.exe)"),
     [](const QString &text) { return likeShell(text, ShellFamily::Cmd); }, readShell<readCmdScript>, true},
    {"fish", QT_TRANSLATE_NOOP("ImportFormat", "fish command"),
     [](const QString &text) { return likeShell(text, ShellFamily::Fish); }, readShell<readFishScript>, true},
    {"bash", QT_TRANSLATE_NOOP("ImportFormat", "bash command"), nullptr, readShell<readPosixScript>, true},
    {"zsh", QT_TRANSLATE_NOOP("ImportFormat", "zsh command"), nullptr, readShell<readPosixScript>, true},
    {"json", QT_TRANSLATE_NOOP("ImportFormat", "JSON document"), likeJson, readJsonDocument},
    {"yaml", QT_TRANSLATE_NOOP("ImportFormat", "YAML document"), likeYaml, readYamlDocument},
    {"boto3", QT_TRANSLATE_NOOP("ImportFormat", "Python call (boto3)"), likePython, readCreateJobPython},
    {"powershell-cmdlet", QT_TRANSLATE_NOOP("ImportFormat", "New-BRKTJob call"), likeCmdlet, readBrktJobCalls},
    {"skeleton", QT_TRANSLATE_NOOP("ImportFormat", "skeleton of the AWS CLI"), nullptr, readDocument},
    {"getjob", QT_TRANSLATE_NOOP("ImportFormat", "answer of GetJob"), nullptr, readDocument},
    {"cloudtrail", QT_TRANSLATE_NOOP("ImportFormat", "CloudTrail event"), nullptr, readDocument},
};

} // namespace

std::span<const ImportFormat> importFormats()
{
    return rows;
}

const ImportFormat *findImportFormat(QStringView id)
{
    const auto found = std::ranges::find_if(
        rows, [id](const ImportFormat &format) { return QLatin1StringView(format.id) == id; });
    return found == std::end(rows) ? nullptr : found;
}

QString label(const ImportFormat &format)
{
    return QCoreApplication::translate("ImportFormat", format.label);
}

QList<const ImportFormat *> likelyFormats(const QString &text)
{
    struct Guess
    {
        const ImportFormat *format;
        int likelihood;
    };

    QList<Guess> guesses;
    for (const ImportFormat &format : rows) {
        if (const int likelihood = format.likelihood ? format.likelihood(text) : 0)
            guesses.append({&format, likelihood});
    }
    std::ranges::stable_sort(guesses, std::ranges::greater(), &Guess::likelihood);
    QList<const ImportFormat *> formats;
    for (const Guess &guess : std::as_const(guesses))
        formats.append(guess.format);
    return formats;
}

} // namespace braketeer::exchange

#include "core/s3uri.h"
#include "job/catalogue/catalogue.h"
#include "job/rules/families.h"
#include "job/rules/places.h"
#include "job/rules/say.h"

#include <QRegularExpression>

#include <algorithm>

namespace braketeer::job::rules {

using namespace Qt::StringLiterals;

namespace {

bool isIdentifier(QStringView word)
{
    if (word.isEmpty() || word.front().isDigit())
        return false;
    return std::ranges::all_of(word, [](QChar c) { return c.isLetterOrNumber() || c == u'_' || c.isSurrogate(); });
}

/// "pkg.module" or "pkg.module:callable". A module called "py" is a file name in disguise.
bool isEntryPoint(QStringView text)
{
    const qsizetype colon = text.indexOf(u':');
    const QStringView module = colon < 0 ? text : text.left(colon);
    if (colon >= 0 && !isIdentifier(text.mid(colon + 1)))
        return false;
    const QList<QStringView> segments = module.split(u'.');
    return std::ranges::all_of(segments, isIdentifier) && (segments.size() < 2 || segments.last() != "py"_L1);
}

/// "bell" of "bell.py", "src.bell:main" of "./src/bell.py:main"; empty when nothing good comes of it.
QString repairedEntryPoint(const QString &text)
{
    static const QRegularExpression extension(uR"(\.py(?=:|$))"_s);
    static const QRegularExpression start(uR"(^(\./|/)+)"_s);
    QString module = text.trimmed().remove(start).remove(extension);
    module.replace(u'/', u'.');
    return isEntryPoint(module) ? module : QString();
}

QString whyNoEntryPoint(const QString &text)
{
    if (text.isEmpty())
        return Rules::tr(
            "The entry point is empty: name the Python module that starts the job, like “bell” for bell.py.");
    if (text.contains(u'/') || text.contains(u'\\'))
        return Rules::tr("The entry point %1 is a path, and a module is meant: join the parts with dots, as an import "
                         "statement does.")
            .arg(quoted(text));
    if (text.endsWith(".py"_L1) || text.contains(".py:"_L1))
        return Rules::tr("The entry point %1 is a file name, and a module is meant: leave out “.py”.")
            .arg(quoted(text));
    return Rules::tr("The entry point %1 is not a Python module: write it like “bell”, or “project.train:main” for one "
                     "function.")
        .arg(quoted(text));
}

bool isArchive(const QString &key)
{
    return key.endsWith(".tar.gz"_L1, Qt::CaseInsensitive) || key.endsWith(".tgz"_L1, Qt::CaseInsensitive);
}

} // namespace

void checkScriptIsThere(const JobSpec &spec, const CheckContext &, Findings &findings)
{
    const Value *algorithm = spec.find(Path().child(u"algorithmSpecification"_s));
    if (!algorithm || !algorithm->isMap() || spec.find(scriptPath()))
        return;
    const QString *image = textAt(spec, imagePath());
    if (image && ImageUri::parse(*image).account != imageAccount())
        return; // an image of one's own may hold the code
    findings.append(
        finding(u"V10"_s, Severity::Warning, scriptPath(),
                Rules::tr("There is no script, and Braket's own images hold none: name a script archive and its "
                          "entry point, or a container image with your code in it.")));
}

void checkEntryPoint(const JobSpec &spec, const CheckContext &, Findings &findings)
{
    const Path path = scriptPath().child(u"entryPoint"_s);
    const QString *text = textAt(spec, path);
    if (!text || isEntryPoint(*text))
        return;
    const QString repaired = repairedEntryPoint(*text);
    const std::optional<Fix> fix = repaired.isEmpty() ? std::nullopt : std::optional(useText(path, repaired));
    findings.append(finding(u"V11"_s, Severity::Error, path, whyNoEntryPoint(*text), fix));
}

void checkScriptIsOneObject(const JobSpec &spec, const CheckContext &, Findings &findings)
{
    const Path path = scriptPath().child(u"s3Uri"_s);
    const QString *text = textAt(spec, path);
    const std::optional<core::S3Uri> uri = text ? core::S3Uri::parse(*text) : std::nullopt;
    if (!uri || (!uri->key.isEmpty() && !uri->key.endsWith(u'/')))
        return;
    // Source: amazon-braket-containers, src/braket_container.py: one object is downloaded; a prefix ends in
    // IsADirectoryError after the job has waited in the queue (issue 350).
    findings.append(
        finding(u"V14"_s, Severity::Error, path,
                Rules::tr("The script archive %1 is a folder, and exactly one object is downloaded: name the "
                          ".tar.gz archive or the .py file in it.")
                    .arg(quoted(*text))));
}

void checkCompression(const JobSpec &spec, const CheckContext &, Findings &findings)
{
    const Path path = scriptPath().child(u"compressionType"_s);
    const QString *script = textAt(spec, scriptPath().child(u"s3Uri"_s));
    const std::optional<core::S3Uri> uri = script ? core::S3Uri::parse(*script) : std::nullopt;
    const Value *present = spec.find(path);
    if (!uri || (present && !present->isText()))
        return;
    const QString type = present ? present->toText() : QString();
    // Source: amazon-braket-containers, src/braket_container.py: only with this word is the archive unpacked. Whether
    // the service fills in an absent one is not documented.
    if (isArchive(uri->key) && (!present || type == "NONE"_L1))
        findings.append(
            finding(u"V15"_s, present ? Severity::Error : Severity::Warning, path,
                    Rules::tr("The script is a .tar.gz archive that nothing would unpack: set the compression to "
                              "GZIP."),
                    useText(path, u"GZIP"_s)));
    if (uri->key.endsWith(".py"_L1) && type == "GZIP"_L1)
        findings.append(
            finding(u"V15"_s, Severity::Error, path,
                    Rules::tr("The script is a single Python file, and with GZIP it would be unpacked: set the "
                              "compression to NONE."),
                    useText(path, u"NONE"_s)));
}

} // namespace braketeer::job::rules

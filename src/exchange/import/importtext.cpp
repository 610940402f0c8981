#include "exchange/import/importtext.h"

#include "exchange/import/finish.h"
#include "exchange/import/formats.h"
#include "exchange/import/notes.h"
#include "exchange/import/shell/signs.h"
#include "exchange/textcheck.h"

#include <QCoreApplication>

#include <algorithm>

namespace braketeer::exchange {

using namespace Qt::StringLiterals;
using core::Error; // without core:: in front of a function lupdate finds its texts

ImportSource::ImportSource(QByteArray bytes, FileReader reader)
    : utf8(hasByteOrderMark(bytes) ? bytes.sliced(3) : std::move(bytes)), text(textOf(utf8)), files(std::move(reader))
{
    text.replace(u"\r\n"_s, u"\n"_s);
    references = References(text);
}

namespace {

/// The translation context of this file.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Import)
};

core::Result<> refuse(QByteArrayView utf8)
{
    if (utf8.size() > maximumImportBytes)
        return core::fail(
            Error::Kind::Usage,
            Text::tr("The text has %1 bytes; no more than %2 are read.").arg(utf8.size()).arg(maximumImportBytes));
    if (utf8.trimmed().isEmpty())
        return core::fail(Error::Kind::Usage, Text::tr("There is nothing to import: the text is empty."));
    if (!utf8.isValidUtf8())
        return core::fail(Error::Kind::Usage, Text::tr("The text is not UTF-8. Save it as UTF-8 and try again."));
    if (utf8.contains('\0'))
        return core::fail(Error::Kind::Usage, Text::tr("The text holds a NUL character, which no job can."));
    return {};
}

core::Result<ImportDraft> chosen(QList<ImportDraft> drafts, std::optional<int> index)
{
    const auto count = drafts.size();
    if (!index && count == 1)
        return std::move(drafts.first());
    if (index && *index >= 0 && *index < count)
        return std::move(drafts[*index]);
    Error error;
    error.message = Text::tr("The text holds %n job(s).", nullptr, int(count));
    error.suggestion = Text::tr("Say which one you want by its number, from 0 to %1.").arg(count - 1);
    return core::fail(std::move(error));
}

/// An escape can make half of a surrogate pair, which no document can hold.
bool isWhole(const job::Value &value)
{
    const auto isWholeEntry = [](const job::Value::Entry &entry) {
        return entry.key.isValidUtf16() && isWhole(entry.value);
    };
    return value.toText().isValidUtf16() && std::ranges::all_of(value.items(), isWhole)
           && std::ranges::all_of(value.entries(), isWholeEntry);
}

core::Result<Imported> readAs(const ImportFormat &format, const QByteArray &utf8, const ImportOptions &options)
{
    ImportSource source(utf8, options.files);
    if (format.isShell)
        source.text = withoutPrompts(source.text);
    ImportDrafts drafts = format.read(source);
    if (!drafts)
        return core::fail(drafts.error());
    auto draft = chosen(std::move(*drafts), options.index);
    if (!draft)
        return core::fail(draft.error());
    Imported imported = finishImport(std::move(*draft), source.references, QString::fromLatin1(format.id));
    if (!isWhole(imported.spec.root()))
        return core::fail(Error::Kind::Usage,
                          Text::tr("An escape in the text makes half of a surrogate pair, which no job can hold."));
    return imported;
}

/// The other shells that make another document of the text.
QStringList differingShells(const QList<const ImportFormat *> &others, const Imported &imported, const QByteArray &utf8,
                            const ImportOptions &options)
{
    QStringList shells;
    for (const ImportFormat *format : others) {
        if (!format->isShell)
            continue;
        const auto other = readAs(*format, utf8, options);
        if (other && other->spec != imported.spec)
            shells << label(*format);
    }
    return shells;
}

core::Result<Imported> recognise(const QByteArray &utf8, const ImportOptions &options)
{
    const QList<const ImportFormat *> formats = likelyFormats(ImportSource(utf8, {}).text);
    std::optional<Error> firstError;
    for (qsizetype i = 0; i < formats.size(); ++i) {
        auto imported = readAs(*formats.at(i), utf8, options);
        if (!imported) {
            firstError = firstError.value_or(imported.error());
            continue;
        }
        if (formats.at(i)->isShell) {
            const QStringList shells = differingShells(formats.mid(i + 1), *imported, utf8, options);
            if (!shells.isEmpty())
                imported->findings.prepend(ambiguousNote(shells));
        }
        return imported;
    }
    if (firstError)
        return core::fail(*std::move(firstError));
    return core::fail(Error::Kind::Usage,
                      Text::tr("Nothing that describes a job was recognised: no aws braket create-job command, no JSON "
                               "or YAML document, no boto3 or New-BRKTJob call."));
}

} // namespace

core::Result<Imported> importText(QByteArrayView utf8, const ImportOptions &options)
{
    if (const auto fine = refuse(utf8); !fine)
        return core::fail(fine.error());
    if (!options.format)
        return recognise(utf8.toByteArray(), options);
    const ImportFormat *format = findImportFormat(*options.format);
    if (!format)
        return core::fail(Error::Kind::Usage, Text::tr("There is no format “%1”.").arg(*options.format));
    return readAs(*format, utf8.toByteArray(), options);
}

} // namespace braketeer::exchange

#include "exchange/code/curlcommand.h"

#include "exchange/json/writejson.h"
#include "exchange/publicaddress.h"
#include "exchange/quoting/posixsh.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace braketeer::exchange {

using namespace Qt::StringLiterals;

namespace {

/// The translation context of this file.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CurlCommand)
};

bool hasToken(const ExportFrame &frame)
{
    return std::ranges::any_of(frame.members,
                               [](const ExportMember &member) { return member.key == "clientToken"_L1; });
}

/// `"…"` in which the shell puts the region that is only known there.
QString regionWord(const ExportFrame &frame)
{
    return frame.context.region.isEmpty() ? u"${AWS_REGION:-$AWS_DEFAULT_REGION}"_s : frame.context.region;
}

QString address(const ExportFrame &frame)
{
    if (frame.context.endpointUrl.isEmpty())
        return u"\"https://braket."_s + regionWord(frame) + u".amazonaws.com/job\""_s;
    QString base = publicAddress(frame.context.endpointUrl);
    while (base.endsWith(u'/'))
        base.chop(1);
    return quotePosix(base + u"/job"_s);
}

QString body(const ExportFrame &frame)
{
    QStringList members;
    for (const ExportPart &part : frame.parts)
        members << part.text;
    const bool wrapped = frame.form == Form::Readable;
    return members.join(wrapped ? u",\n  "_s : u","_s) + (wrapped ? u"\n}"_s : u"}"_s);
}

/// A group of commands that prints the request.
QString bodyLines(const ExportFrame &frame)
{
    const bool empty = frame.members.isEmpty();
    const bool token = hasToken(frame);
    QString lines;
    if (!token)
        lines += u"  printf '{\"clientToken\": \"%s\"%s' \"$token\" %1\n"_s.arg(empty ? u"''"_s : u"','"_s);
    if (frame.form == Form::File) {
        const QString file = quotePosix(u"./"_s + frame.fileName);
        lines += token ? u"  cat %1\n"_s.arg(file) : u"  tail -c +2 %1\n"_s.arg(file);
    } else {
        const QString start = !token ? QString() : frame.form == Form::Readable ? u"{\n  "_s : u"{"_s;
        const QString gap = token || frame.form != Form::Readable ? QString() : u"\n  "_s;
        lines += u"  printf '%s\\n' "_s + quotePosix(start + gap + body(frame)) + u'\n';
    }
    return lines;
}

} // namespace

ExportPart curlPart(const ExportMember &member, Form form)
{
    const bool hardened = form == Form::Hardened;
    const JsonForm json = hardened ? JsonForm::Hardened : JsonForm::Indented;
    return {jsonString(member.key, json) + (hardened ? u":"_s : u": "_s) + jsonText(member.shown, json, 1), false};
}

core::Result<QString> curlCommand(const ExportFrame &frame)
{
    static const QRegularExpression region(u"^[a-z0-9-]*\\z"_s);
    if (!region.match(frame.context.region).hasMatch())
        return core::fail(core::Error::Kind::Usage,
                          Text::tr("“%1” is no region: use a name such as us-east-1.").arg(frame.context.region));
    QString script = u"# Needs curl 7.76 or later, and keys in AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY\n"
                     "# (AWS_SESSION_TOKEN, too, for temporary ones).\n"_s;
    if (!hasToken(frame))
        script += u"token=$(uuidgen 2>/dev/null || cat /proc/sys/kernel/random/uuid)\n"_s;
    // curl signs a header without a value, but does not send it: none must be there for long-lived keys.
    script += u"session=${AWS_SESSION_TOKEN:+\"header = \\\"x-amz-security-token: $AWS_SESSION_TOKEN\\\"\"}\n"_s;
    script += u"{\n"_s + bodyLines(frame)
              + u"} | curl --config /dev/fd/3 --silent --show-error --fail-with-body \\\n"_s;
    script += u"  --aws-sigv4 \"aws:amz:"_s + regionWord(frame) + u":braket\" \\\n"_s;
    script += u"  --header 'Content-Type: application/json' --data-binary @- --globoff \\\n"_s;
    script += u"  "_s + address(frame) + u" 3<<KEYS\n"_s;
    script += u"user = \"$AWS_ACCESS_KEY_ID:$AWS_SECRET_ACCESS_KEY\"\n"
              "$session\n"
              "KEYS\n"_s;
    return script;
}

QStringList curlNotes(const ExportFrame &frame)
{
    QStringList notes{Text::tr("The command is for sh, bash and zsh, and needs curl 7.76 or later. It reads the keys "
                               "from AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and, for temporary ones, "
                               "AWS_SESSION_TOKEN.")};
    if (frame.context.region.isEmpty())
        notes << Text::tr("No region is set: the command takes it from AWS_REGION or AWS_DEFAULT_REGION.");
    if (!frame.context.profile.isEmpty())
        notes << Text::tr("curl knows no profiles: put the keys of “%1” into the environment, for example with aws "
                          "configure export-credentials --format env.")
                     .arg(frame.context.profile);
    if (!hasToken(frame))
        notes << Text::tr("Each run makes a client token of its own, so each run starts another job.");
    return notes;
}

} // namespace braketeer::exchange

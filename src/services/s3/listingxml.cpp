#include "services/s3/listingxml.h"

#include "services/s3/xmlanswer.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QXmlStreamReader>

#include <optional>

using namespace Qt::StringLiterals;

namespace braketeer::services::s3 {
namespace {

constexpr qsizetype deepest = 12;
constexpr qsizetype longestText = qsizetype(64) * 1024;

/// The translation context of this file.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(S3Answer)
};

using Member = std::optional<QString>;

/// The members of one entry as they are met.
struct Draft
{
    Member key, modified, eTag, size, storageClass;
    bool prefix = false;
};

/// Where an entry's texts stand in the bytes that are still growing.
struct Slots
{
    qsizetype key = 0, keySize = 0, eTag = 0, eTagSize = 0, storageClass = 0, storageClassSize = 0;
};

/// Follows the reader and keeps what is of interest.
class Reader final
{
public:
    explicit Reader(const QByteArray &answer) : m_reader(answer) { }

    core::Result<ListedObjects> read()
    {
        while (!m_reader.atEnd()) {
            if (!take())
                return core::fail(unreadableAnswer(Text::tr("it is far too large, too deep, or has a document type")));
        }
        if (m_reader.hasError() || m_rootName.isEmpty())
            return core::fail(unreadableAnswer(Text::tr("it is cut off, or no XML")));
        if (m_rootName != "ListBucketResult"_L1)
            return core::fail(unreadableAnswer(Text::tr("it is no %1").arg("ListBucketResult"_L1)));
        return finish();
    }

private:
    bool take()
    {
        switch (m_reader.readNext()) {
        case QXmlStreamReader::StartElement:
            return start(m_reader.name().toString());
        case QXmlStreamReader::EndElement:
            return end();
        case QXmlStreamReader::Characters:
            if (!m_target)
                return true;
            (*m_target)->append(m_reader.text());
            return (*m_target)->size() <= longestText;
        case QXmlStreamReader::DTD:
        case QXmlStreamReader::EntityReference:
            return false;
        default:
            return true;
        }
    }

    bool start(const QString &name)
    {
        m_target = nullptr;
        m_open.append(name);
        if (m_open.size() > deepest)
            return false;
        if (m_open.size() == 1)
            m_rootName = name;
        else if (m_open.size() == 2)
            startMember(name);
        else if (m_open.size() == 3 && m_draft)
            startPart(name);
        if (m_target && *m_target)
            m_target = nullptr; // the first one counts
        if (m_target)
            m_target->emplace();
        return true;
    }

    void startMember(const QString &name)
    {
        if (name == "Contents"_L1 || name == "CommonPrefixes"_L1) {
            m_draft.emplace();
            m_draft->prefix = name == "CommonPrefixes"_L1;
        } else if (name == "NextContinuationToken"_L1) {
            m_target = &m_token;
        } else if (name == "EncodingType"_L1) {
            m_target = &m_encoding;
        } else if (name == "IsTruncated"_L1) {
            m_target = &m_truncated;
        }
    }

    void startPart(const QString &name)
    {
        if (m_draft->prefix) {
            if (name == "Prefix"_L1)
                m_target = &m_draft->key;
            return;
        }
        if (name == "Key"_L1)
            m_target = &m_draft->key;
        else if (name == "LastModified"_L1)
            m_target = &m_draft->modified;
        else if (name == "ETag"_L1)
            m_target = &m_draft->eTag;
        else if (name == "Size"_L1)
            m_target = &m_draft->size;
        else if (name == "StorageClass"_L1)
            m_target = &m_draft->storageClass;
    }

    bool end()
    {
        m_target = nullptr;
        m_open.removeLast();
        if (m_open.size() != 1 || !m_draft)
            return true;
        const Draft draft = *std::exchange(m_draft, std::nullopt);
        if (draft.key.value_or(QString()).isEmpty())
            return true;
        if (m_page.entries.size() >= mostEntries)
            return false;
        add(draft);
        return true;
    }

    void add(const Draft &draft)
    {
        ListedObject entry;
        entry.prefix = draft.prefix;
        bool isNumber = false;
        entry.size = draft.size.value_or(QString()).trimmed().toLongLong(&isNumber);
        if (!isNumber || entry.size < 0)
            entry.size = 0;
        const QByteArray time = draft.modified.value_or(QString()).trimmed().toLatin1();
        entry.modified = listedTime(time);
        if (entry.modified < 0) {
            const QDateTime read = timeOf(QString::fromLatin1(time));
            entry.modified = read.isValid() ? read.toMSecsSinceEpoch() : -1;
        }
        m_page.entries.push_back(entry);

        QString eTag = draft.eTag.value_or(QString());
        if (eTag.size() >= 2 && eTag.startsWith(u'"') && eTag.endsWith(u'"'))
            eTag = eTag.sliced(1, eTag.size() - 2);
        Slots slot;
        slot.keySize = keep(*draft.key, slot.key);
        slot.eTagSize = keep(eTag, slot.eTag);
        slot.storageClassSize = keep(draft.storageClass.value_or(QString()), slot.storageClass);
        m_slots.push_back(slot);
    }

    qsizetype keep(const QString &text, qsizetype &where)
    {
        where = m_page.text.size();
        m_page.text += text.toUtf8();
        return m_page.text.size() - where;
    }

    ListedObjects finish()
    {
        const QByteArrayView all = m_page.text;
        for (std::size_t i = 0; i < m_slots.size(); ++i) {
            ListedObject &entry = m_page.entries[i];
            entry.key = all.sliced(m_slots[i].key, m_slots[i].keySize);
            entry.eTag = all.sliced(m_slots[i].eTag, m_slots[i].eTagSize);
            entry.storageClass = all.sliced(m_slots[i].storageClass, m_slots[i].storageClassSize);
        }
        m_page.nextToken = m_token.value_or(QString()).toUtf8();
        m_page.truncated = m_truncated == "true"_L1;
        if (m_encoding == "url"_L1)
            decodeNames(m_page);
        return std::move(m_page);
    }

    QXmlStreamReader m_reader;
    ListedObjects m_page;
    std::vector<Slots> m_slots; ///< beside m_page.entries
    QStringList m_open;
    QString m_rootName;
    Member m_token, m_encoding, m_truncated;
    std::optional<Draft> m_draft;
    Member *m_target = nullptr; ///< what the text that comes belongs to
};

} // namespace

core::Result<ListedObjects> readListingXml(const QByteArray &answer)
{
    return Reader(answer).read();
}

} // namespace braketeer::services::s3

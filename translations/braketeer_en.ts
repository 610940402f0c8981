<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ArchiveWarnings</name>
    <message numerus="yes">
        <source>There are %n such members.</source>
        <translation>
            <numerusform>There is %n such member.</numerusform>
            <numerusform>There are %n such members.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n requirements.txt files are installed, one after the other, wherever they lie: %1.</source>
        <translation>
            <numerusform>The %n requirements.txt file is installed, wherever it lies: %1.</numerusform>
            <numerusform>All %n requirements.txt files are installed, one after the other, wherever they lie: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CommandPreview</name>
    <message numerus="yes">
        <source>[%n more character(s)]</source>
        <translation>
            <numerusform>[%n more character]</numerusform>
            <numerusform>[%n more characters]</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportDocument</name>
    <message numerus="yes">
        <source>The text would be longer than %n character(s), too much for some shells and systems: the document stands in the file %1 instead.</source>
        <translation>
            <numerusform>The text would be longer than %n character, too much for some shells and systems: the document stands in the file %1 instead.</numerusform>
            <numerusform>The text would be longer than %n characters, too much for some shells and systems: the document stands in the file %1 instead.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message numerus="yes">
        <source>The text holds %n job(s).</source>
        <translation>
            <numerusform>The text holds %n job.</numerusform>
            <numerusform>The text holds %n jobs.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) of a skeleton that nobody filled in were left out.</source>
        <translation>
            <numerusform>%n place of a skeleton that nobody filled in was left out.</numerusform>
            <numerusform>%n places of a skeleton that nobody filled in were left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Pack</name>
    <message numerus="yes">
        <source>%1 (And %n more.)</source>
        <translation>
            <numerusform>%1 (And %n more.)</numerusform>
            <numerusform>%1 (And %n more.)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Rules</name>
    <message numerus="yes">
        <source>More than %Ln object(s) and %1; the rest was not counted.</source>
        <translation>
            <numerusform>More than %Ln object and %1; the rest was not counted.</numerusform>
            <numerusform>More than %Ln objects and %1; the rest was not counted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln object(s), %1 in all.</source>
        <translation>
            <numerusform>%Ln object, %1 in all.</numerusform>
            <numerusform>%Ln objects, %1 in all.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sections</name>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>braketeer::gui::CleanUpDialog</name>
    <message numerus="yes">
        <source>%n unfinished upload(s). One of another program may still be under way: its age tells.</source>
        <translation>
            <numerusform>%n unfinished upload. One of another program may still be under way: its age tells.</numerusform>
            <numerusform>%n unfinished uploads. One of another program may still be under way: its age tells.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>braketeer::gui::DeleteDialog</name>
    <message numerus="yes">
        <source>Counting what would be deleted: %n object(s), %1 so far…</source>
        <translation>
            <numerusform>Counting what would be deleted: %n object, %1 so far…</numerusform>
            <numerusform>Counting what would be deleted: %n objects, %1 so far…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n object(s), %1 in all?</source>
        <translation>
            <numerusform>Delete %n object, %1 in all?</numerusform>
            <numerusform>Delete %n objects, %1 in all?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more.</source>
        <translation>
            <numerusform>… and %n more.</numerusform>
            <numerusform>… and %n more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Deleting %n object(s)…</source>
        <translation>
            <numerusform>Deleting %n object…</numerusform>
            <numerusform>Deleting %n objects…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>braketeer::gui::EntryPointList</name>
    <message numerus="yes">
        <source>… and %n more.</source>
        <translation>
            <numerusform>… and %n more.</numerusform>
            <numerusform>… and %n more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>braketeer::gui::FieldNote</name>
    <message numerus="yes">
        <source>… and %n more.</source>
        <translation>
            <numerusform>… and %n more.</numerusform>
            <numerusform>… and %n more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>braketeer::gui::FolderDownload</name>
    <message numerus="yes">
        <source>Looking for what is to be downloaded: %Ln file(s) so far…</source>
        <translation>
            <numerusform>Looking for what is to be downloaded: %Ln file so far…</numerusform>
            <numerusform>Looking for what is to be downloaded: %Ln files so far…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of the files to download is there already, in %1.</source>
        <translation>
            <numerusform>%Ln of the files to download is there already, in %1.</numerusform>
            <numerusform>%Ln of the files to download are there already, in %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln more.</source>
        <translation>
            <numerusform>… and %Ln more.</numerusform>
            <numerusform>… and %Ln more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n object(s) were left out: their keys cannot be names of files here.</source>
        <translation>
            <numerusform>%n object was left out: its key cannot be the name of a file here.</numerusform>
            <numerusform>%n objects were left out: their keys cannot be names of files here.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>braketeer::gui::ImportDialog</name>
    <message numerus="yes">
        <source>It &amp;changes %n place(s) of the present job:</source>
        <translation>
            <numerusform>It &amp;changes %n place of the present job:</numerusform>
            <numerusform>It &amp;changes %n places of the present job:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>braketeer::gui::KeyValueEdit</name>
    <message numerus="yes">
        <source>Pasted: %n added</source>
        <translation>
            <numerusform>Pasted: %n added</numerusform>
            <numerusform>Pasted: %n added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n replaced.</source>
        <translation>
            <numerusform>, %n replaced.</numerusform>
            <numerusform>, %n replaced.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>braketeer::gui::PackDialog</name>
    <message numerus="yes">
        <source>%n file(s), %1 before packing; %2 left out.</source>
        <translation>
            <numerusform>%n file, %1 before packing; %2 left out.</numerusform>
            <numerusform>%n files, %1 before packing; %2 left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more.</source>
        <translation>
            <numerusform>… and %n more.</numerusform>
            <numerusform>… and %n more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>braketeer::gui::ReviewPage</name>
    <message numerus="yes">
        <source>Create the job in spite of %n warning(s)</source>
        <translation>
            <numerusform>Create the job in spite of %n warning</numerusform>
            <numerusform>Create the job in spite of %n warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n member(s) differ from the last job of this name, of %1.</source>
        <translation>
            <numerusform>%n member differs from the last job of this name, of %1.</numerusform>
            <numerusform>%n members differ from the last job of this name, of %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>braketeer::gui::StatusLine</name>
    <message numerus="yes">
        <source>%n answers missing</source>
        <translation>
            <numerusform>%n answer missing</numerusform>
            <numerusform>%n answers missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n jobs running</source>
        <translation>
            <numerusform>%n job running</numerusform>
            <numerusform>%n jobs running</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n upload(s)</source>
        <translation>
            <numerusform>%n upload</numerusform>
            <numerusform>%n uploads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n download(s)</source>
        <translation>
            <numerusform>%n download</numerusform>
            <numerusform>%n downloads</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>braketeer::gui::StorageActions</name>
    <message numerus="yes">
        <source>Copied %n line(s).</source>
        <translation>
            <numerusform>Copied %n line.</numerusform>
            <numerusform>Copied %n lines.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Deleted %n object(s).</source>
        <translation>
            <numerusform>Deleted %n object.</numerusform>
            <numerusform>Deleted %n objects.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Upload %n file(s) and folders to %1?</source>
        <translation>
            <numerusform>Upload %n file or folder to %1?</numerusform>
            <numerusform>Upload %n files and folders to %1?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>braketeer::gui::StorageBrowser</name>
    <message numerus="yes">
        <source>%Ln bucket(s)</source>
        <translation>
            <numerusform>%Ln bucket</numerusform>
            <numerusform>%Ln buckets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>%Ln selected</numerusform>
            <numerusform>%Ln selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>None of the %Ln loaded row(s) has “%1” in its name. Enter searches at the server for names that begin with it.</source>
        <translation>
            <numerusform>The %Ln loaded row does not have “%1” in its name. Enter searches at the server for names that begin with it.</numerusform>
            <numerusform>None of the %Ln loaded rows has “%1” in its name. Enter searches at the server for names that begin with it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>braketeer::gui::Submitter</name>
    <message numerus="yes">
        <source>%n submission(s) settled.</source>
        <translation>
            <numerusform>%n submission settled.</numerusform>
            <numerusform>%n submissions settled.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n submission(s) cannot be settled yet. They stay in the history as UNKNOWN.</source>
        <translation>
            <numerusform>%n submission cannot be settled yet. It stays in the history as UNKNOWN.</numerusform>
            <numerusform>%n submissions cannot be settled yet. They stay in the history as UNKNOWN.</numerusform>
        </translation>
    </message>
</context>
</TS>

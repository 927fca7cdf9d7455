<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>ConnectionCheck</name>
    <message numerus="yes">
        <source>%Ln in this account.</source>
        <extracomment>Of the servers, or the bandwidth pools, of an account</extracomment>
        <translation>
            <numerusform>%Ln in this account.</numerusform>
            <numerusform>%Ln in this account.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The account has %Ln, but this key sees none. Ask for %1 and for access to the devices.</source>
        <translation>
            <numerusform>The account has %Ln, but this key does not see it. Ask for %1 and for access to the device.</numerusform>
            <numerusform>The account has %Ln, but this key sees none. Ask for %1 and for access to the devices.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportStatus</name>
    <message numerus="yes">
        <source>%Ln row(s) written to %1</source>
        <translation>
            <numerusform>%Ln row written to %1</numerusform>
            <numerusform>%Ln rows written to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them not complete</source>
        <translation>
            <numerusform>%Ln of them not complete</numerusform>
            <numerusform>%Ln of them not complete</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) undecided by the filter</source>
        <translation>
            <numerusform>%Ln row undecided by the filter</numerusform>
            <numerusform>%Ln rows undecided by the filter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) of the account not listed</source>
        <translation>
            <numerusform>%Ln row of the account not listed</numerusform>
            <numerusform>%Ln rows of the account not listed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) written to %1</source>
        <translation>
            <numerusform>%Ln file written to %1</numerusform>
            <numerusform>%Ln files written to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) not written</source>
        <translation>
            <numerusform>%Ln file not written</numerusform>
            <numerusform>%Ln files not written</numerusform>
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
        <source>%Ln text(s) cut</source>
        <translation>
            <numerusform>%Ln text cut</numerusform>
            <numerusform>%Ln texts cut</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Kinds</name>
    <message numerus="yes">
        <source>%Ln pool member(s)</source>
        <translation>
            <numerusform>%Ln pool member</numerusform>
            <numerusform>%Ln pool members</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pool(s)</source>
        <translation>
            <numerusform>%Ln pool</numerusform>
            <numerusform>%Ln pools</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln server(s)</source>
        <translation>
            <numerusform>%Ln server</numerusform>
            <numerusform>%Ln servers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln subnet(s)</source>
        <translation>
            <numerusform>%Ln subnet</numerusform>
            <numerusform>%Ln subnets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln VLAN(s)</source>
        <translation>
            <numerusform>%Ln VLAN</numerusform>
            <numerusform>%Ln VLANs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln SSH key(s)</source>
        <translation>
            <numerusform>%Ln SSH key</numerusform>
            <numerusform>%Ln SSH keys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln billing item(s)</source>
        <translation>
            <numerusform>%Ln billing item</numerusform>
            <numerusform>%Ln billing items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln block storage volume(s)</source>
        <translation>
            <numerusform>%Ln block storage volume</numerusform>
            <numerusform>%Ln block storage volumes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file storage volume(s)</source>
        <translation>
            <numerusform>%Ln file storage volume</numerusform>
            <numerusform>%Ln file storage volumes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln image(s)</source>
        <translation>
            <numerusform>%Ln image</numerusform>
            <numerusform>%Ln images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln invoice(s)</source>
        <translation>
            <numerusform>%Ln invoice</numerusform>
            <numerusform>%Ln invoices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tag(s)</source>
        <translation>
            <numerusform>%Ln tag</numerusform>
            <numerusform>%Ln tags</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln ticket(s)</source>
        <translation>
            <numerusform>%Ln ticket</numerusform>
            <numerusform>%Ln tickets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln user(s)</source>
        <translation>
            <numerusform>%Ln user</numerusform>
            <numerusform>%Ln users</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LoadOutcome</name>
    <message numerus="yes">
        <source>The members of %1 pools were not listed.</source>
        <translation>
            <numerusform>The members of %1 pool were not listed.</numerusform>
            <numerusform>The members of %1 pools were not listed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 have cells that this key may not see.</source>
        <translation>
            <numerusform>%1 has cells that this key may not see.</numerusform>
            <numerusform>%1 have cells that this key may not see.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 have cells that could not be loaded.</source>
        <translation>
            <numerusform>%1 has cells that could not be loaded.</numerusform>
            <numerusform>%1 have cells that could not be loaded.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 have cells that were not asked for in time.</source>
        <translation>
            <numerusform>%1 has cells that were not asked for in time.</numerusform>
            <numerusform>%1 have cells that were not asked for in time.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 have values of an earlier load.</source>
        <translation>
            <numerusform>%1 has values of an earlier load.</numerusform>
            <numerusform>%1 have values of an earlier load.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 have texts that are not valid UTF-8; “�” stands for what cannot be read of them.</source>
        <translation>
            <numerusform>%1 has texts that are not valid UTF-8; “�” stands for what cannot be read of them.</numerusform>
            <numerusform>%1 have texts that are not valid UTF-8; “�” stands for what cannot be read of them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 vanished while they were read.</source>
        <translation>
            <numerusform>%1 vanished while it was read.</numerusform>
            <numerusform>%1 vanished while they were read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 are not visible to this key, whole or in part.</source>
        <translation>
            <numerusform>%1 is not visible to this key, whole or in part.</numerusform>
            <numerusform>%1 are not visible to this key, whole or in part.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 could not be loaded, in whole or in part.</source>
        <translation>
            <numerusform>%1 could not be loaded, in whole or in part.</numerusform>
            <numerusform>%1 could not be loaded, in whole or in part.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LoadStatus</name>
    <message numerus="yes">
        <source>%Ln call(s)</source>
        <comment>calls on their way</comment>
        <translation>
            <numerusform>%Ln call</numerusform>
            <numerusform>%Ln calls</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pool(s) without all members</source>
        <translation>
            <numerusform>%Ln pool without all members</numerusform>
            <numerusform>%Ln pools without all members</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PoolRemainder</name>
    <message numerus="yes">
        <source>%Ln device(s) could not be listed</source>
        <translation>
            <numerusform>%Ln device could not be listed</numerusform>
            <numerusform>%Ln devices could not be listed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln device(s) not visible to this key</source>
        <translation>
            <numerusform>%Ln device not visible to this key</numerusform>
            <numerusform>%Ln devices not visible to this key</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln device(s) shown in another pool</source>
        <translation>
            <numerusform>%Ln device shown in another pool</numerusform>
            <numerusform>%Ln devices shown in another pool</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TableWords</name>
    <message numerus="yes">
        <source>It is not known yet which of %Ln server(s) match “%1”.</source>
        <translation>
            <numerusform>Nobody knows yet whether %Ln server matches “%1”.</numerusform>
            <numerusform>It is not known yet which of %Ln servers match “%1”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It is not known yet which of %Ln server(s) are in “%1”.</source>
        <translation>
            <numerusform>Nobody knows yet whether %Ln server is in “%1”.</numerusform>
            <numerusform>It is not known yet which of %Ln servers are in “%1”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It is not known yet which of %Ln pool(s) match “%1”.</source>
        <translation>
            <numerusform>Nobody knows yet whether %Ln pool matches “%1”.</numerusform>
            <numerusform>It is not known yet which of %Ln pools match “%1”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It is not known yet which of %Ln pool(s) are in “%1”.</source>
        <translation>
            <numerusform>Nobody knows yet whether %Ln pool is in “%1”.</numerusform>
            <numerusform>It is not known yet which of %Ln pools are in “%1”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It is not known yet which of %Ln row(s) match “%1”.</source>
        <translation>
            <numerusform>Nobody knows yet whether %Ln row matches “%1”.</numerusform>
            <numerusform>It is not known yet which of %Ln rows match “%1”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It is not known yet which of %Ln row(s) are in “%1”.</source>
        <translation>
            <numerusform>Nobody knows yet whether %Ln row is in “%1”.</numerusform>
            <numerusform>It is not known yet which of %Ln rows are in “%1”.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>layerscope::AccountExportDialog</name>
    <message numerus="yes">
        <source>%Ln row(s) not listed</source>
        <translation>
            <numerusform>%Ln row not listed</numerusform>
            <numerusform>%Ln rows not listed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) with values not loaded yet</source>
        <translation>
            <numerusform>%Ln row with values not loaded yet</numerusform>
            <numerusform>%Ln rows with values not loaded yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) with values that could not be loaded</source>
        <translation>
            <numerusform>%Ln row with values that could not be loaded</numerusform>
            <numerusform>%Ln rows with values that could not be loaded</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln file</numerusform>
            <numerusform>%Ln files</numerusform>
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
        <source>replaces %Ln file(s) there</source>
        <translation>
            <numerusform>replaces %Ln file there</numerusform>
            <numerusform>replaces %Ln files there</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>layerscope::DetailsPanel</name>
    <message numerus="yes">
        <source>%Ln part(s) is/are still loading.</source>
        <translation>
            <numerusform>%Ln part is still loading.</numerusform>
            <numerusform>%Ln parts are still loading.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln part(s) could not be loaded; the other tabs say why.</source>
        <translation>
            <numerusform>%Ln part could not be loaded; the other tabs say why.</numerusform>
            <numerusform>%Ln parts could not be loaded; the other tabs say why.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>layerscope::ExportCommand</name>
    <message numerus="yes">
        <source>The filter cannot tell whether %1 rows belong in the file: the values it needs are not known.</source>
        <extracomment>%1 is the number</extracomment>
        <translation>
            <numerusform>The filter cannot tell whether %1 row belongs in the file: the values it needs are not known.</numerusform>
            <numerusform>The filter cannot tell whether %1 rows belong in the file: the values it needs are not known.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n calls</source>
        <extracomment>%1 is why calls failed, e.g. &quot;503 Service Unavailable&quot;</extracomment>
        <translation>
            <numerusform>%1: %n call</numerusform>
            <numerusform>%1: %n calls</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>layerscope::ExportDialog</name>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln column(s)</source>
        <translation>
            <numerusform>%Ln column</numerusform>
            <numerusform>%Ln columns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) have values that are not loaded yet.</source>
        <translation>
            <numerusform>%Ln row has values that are not loaded yet.</numerusform>
            <numerusform>%Ln rows have values that are not loaded yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) have values that could not be loaded; their fields stay empty, and the column row_state says why.</source>
        <translation>
            <numerusform>%Ln row has values that could not be loaded; its fields stay empty, and the column row_state says why.</numerusform>
            <numerusform>%Ln rows have values that could not be loaded; their fields stay empty, and the column row_state says why.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) of the account are not listed.</source>
        <translation>
            <numerusform>%Ln row of the account is not listed.</numerusform>
            <numerusform>%Ln rows of the account are not listed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) may belong to these or not: the values that the filter needs are not known.</source>
        <translation>
            <numerusform>%Ln row may belong to these or not: the values that the filter needs are not known.</numerusform>
            <numerusform>%Ln rows may belong to these or not: the values that the filter needs are not known.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>layerscope::RawJsonView</name>
    <message numerus="yes">
        <source>%Ln line(s)</source>
        <translation>
            <numerusform>%Ln line</numerusform>
            <numerusform>%Ln lines</numerusform>
        </translation>
    </message>
</context>
</TS>

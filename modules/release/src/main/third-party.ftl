<#-- One line for each library: what it is, its version, its licences. -->
Libraries in the packages of OpenClaw diagnostics for Vert.x, with their licences. Where several are listed, the library may be
used under any one of them. The text of Apache-2.0 is in the file LICENSE (on Debian: /usr/share/common-licenses/Apache-2.0);
texts that a library's authors add to it are in META-INF of its jar.

<#list dependencyMap as entry>
<#assign library = entry.getKey()/>
<#if library.groupId != "ai.openclaw.diagnostics">
${library.groupId}:${library.artifactId}:${library.version}  ${entry.getValue()?join(" or ")}  ${library.url!}
</#if>
</#list>

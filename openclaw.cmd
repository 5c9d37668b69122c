@echo off
rem Runs the command line from a checkout on Windows: builds it once, then starts it. After a change of sources, delete
rem modules\cli\target\app. Not tried on Windows: see docs/releasing.md.
setlocal
set "HOME_DIR=%~dp0"
set "APP=%HOME_DIR%modules\cli\target\app"
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java.exe"
"%JAVA%" -version >nul 2>&1
if errorlevel 1 (
    echo openclaw: there is no Java. Install a JDK 17 or newer and set JAVA_HOME to it. 1>&2
    exit /b 1
)
if not exist "%APP%\lib" (
    where mvn >nul 2>&1
    if errorlevel 1 (
        echo openclaw: the build needs Maven 3.8 or newer. Install it and put its bin folder on the PATH. 1>&2
        exit /b 1
    )
    echo Building OpenClaw diagnostics for the first time: about a minute, and the download of its libraries. 1>&2
    rem The class-data archive is made by shell scripts, so it is left out; the start takes longer.
    pushd "%HOME_DIR%"
    call mvn -q -B -ntp -Dmaven.test.skip -Dspotless.check.skip -Darchive.skip=true -pl modules/cli -am package 1>&2
    if errorlevel 1 exit /b 1
    popd
)
"%JAVA%" --add-modules ALL-DEFAULT --enable-native-access=io.netty.common -Dio.netty.jfr.enabled=false ^
    -XX:+ExitOnOutOfMemoryError %OPENCLAW_JAVA_OPTS% -p "%APP%\lib" ^
    -m ai.openclaw.diagnostics.cli/ai.openclaw.diagnostics.cli.Openclaw %*
exit /b %ERRORLEVEL%

@echo off
rem Starts facilitator: double click, or type facilitator.cmd with words behind it (facilitator.cmd list).
rem Downloads nothing, installs nothing, registers nothing. LEESMIJ.txt says the rest.
setlocal EnableExtensions DisableDelayedExpansion
set "there=%~dp0"
set "python=%~dp0app\python\python.exe"
if not exist "%python%" goto packed
if "%~1"=="--hier" goto here
if not "%~1"=="" goto words

rem Windows Terminal shows every sign and has larger letters (Ctrl and +). It cannot begin in a folder of a network,
rem and takes a semicolon for the end of a command; then this console will do.
if defined WT_SESSION goto here
if "%~d0"=="\\" goto here
if not "%there:;=%"=="%there%" goto here
where wt.exe >nul 2>nul || goto here
start "" wt.exe -M new-tab --title facilitator -d "%~dp0." cmd.exe /d /c .\facilitator.cmd --hier || goto here
exit /b 0

:words
"%python%" -X utf8 "%~dp0app\start.py" %*
exit /b %errorlevel%

:here
title facilitator
chcp 65001 >nul
"%python%" -X utf8 "%~dp0app\start.py" --hier
set "code=%errorlevel%"
if "%code%"=="0" exit /b 0
echo.
echo facilitator is gestopt (%code%). Staat er hierboven een zin? Die zegt waarom.
echo Wat u had bevestigd, is bewaard. Dubbelklik nog eens op facilitator om verder te gaan.
echo Houdt Windows iets tegen? Geef Voor-de-ICT-afdeling.html aan uw ICT-afdeling.
pause
exit /b %code%

:packed
echo facilitator vindt zijn eigen bestanden niet: %there%app
echo Pak eerst het hele zip-bestand uit: klik er met de rechtermuisknop op, en kies "Alles uitpakken".
echo Dubbelklik daarna in de nieuwe map op facilitator.
pause
exit /b 1
